import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/button.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** A secret that is shown once: to read out, to copy, then gone. */
export function SecretNote({ label, value, text }: { label: string; value: string; text: string }) {
  const { t } = useTranslation('accounts')
  return (
    <div className="nt late secret" role="alert">
      <div>
        <p>{text}</p>
        <p className="mut">{label}</p>
        <code className="mono">{value}</code>
      </div>
      {/* Over plain HTTP a browser has no clipboard; the text can still be selected. */}
      {'clipboard' in navigator ? (
        <Button
          small
          onClick={() => {
            void navigator.clipboard.writeText(value).then(() => showToast(t('copied')))
          }}
        >
          {t('copy')}
        </Button>
      ) : null}
    </div>
  )
}
