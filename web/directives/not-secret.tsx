import '#web/directives/not-secret.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/field.tsx'

/** Whether something was refused because it seems to bear a mark of secrecy. */
export function isMarked(error: unknown): boolean {
  return error instanceof Problem && error.code.endsWith('/bears_secrecy_mark')
}

/** The machine finds the word; whoever has the document before them says why it is no mark, and answers for it. */
export function NotSecret({ busy, onSay }: { busy: boolean; onSay: (reason: string) => void }) {
  const { t } = useTranslation('directives')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = tried && reason.trim() === ''
  return (
    <section className="notsecret" aria-label={t('notSecret.title')}>
      <p>{t('notSecret.when')}</p>
      <TextArea
        label={t('notSecret.reason')}
        rows={2}
        required
        maxLength={500}
        value={reason}
        error={isMissing ? t('notSecret.reasonNeeded') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        small
        busy={busy}
        onClick={() => {
          setTried(true)
          if (reason.trim() !== '' && !busy) onSay(reason.trim())
        }}
      >
        {t('notSecret.say')}
      </Button>
    </section>
  )
}
