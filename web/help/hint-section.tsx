import { useTranslation } from 'react-i18next'
import { reopenHints, switchHints, useHintsAreOn } from '#web/help/hints.ts'
import { Button } from '#web/ui/button.tsx'

/** In one's account: hints on or off, and those that were closed again. */
export function HintSection({ personId }: { personId: string }) {
  const { t } = useTranslation('help')
  const areOn = useHintsAreOn()
  return (
    <section className="sec" aria-labelledby="my-hints">
      <div className="sec-h">
        <h2 id="my-hints">{t('hint.setting')}</h2>
        <p>{t('hint.settingText')}</p>
      </div>
      <label className="chk">
        <input type="checkbox" className="cb" checked={areOn} onChange={(event) => switchHints(event.target.checked)} />
        {t('hint.show')}
      </label>
      {areOn && (
        <p>
          <Button small onClick={() => reopenHints(personId)}>
            {t('hint.again')}
          </Button>
        </p>
      )}
    </section>
  )
}
