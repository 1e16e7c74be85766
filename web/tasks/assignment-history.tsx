import { useTranslation } from 'react-i18next'
import type { HistoryStep } from '#core/tasks/answers.ts'
import { useCommandWord } from '#web/i18n/use-command-word.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { useChangedValue } from '#web/tasks/use-changed-value.ts'
import { Folded } from '#web/ui/folded.tsx'
import { Icon } from '#web/ui/icon.tsx'

/** Everything that was done with it, as the journal has it: who, when, why, and each field as it was and as it became. */
export function AssignmentHistory({ steps: unordered }: { steps: readonly HistoryStep[] }) {
  const { t } = useTranslation(['tasks', 'assignment'])
  const format = useFormat()
  const wordOf = useCommandWord()
  const { fieldOf, valueOf } = useChangedValue()
  const steps = unordered.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  if (steps.length === 0) return null
  return (
    <Folded
      className="hist"
      head={
        <>
          {t('assignment:history.title')} <span className="mut">{t('page.historyCount', { count: steps.length })}</span>
        </>
      }
    >
      {() => (
        <ol>
          {steps.map((step) => (
            <li key={step.id}>
              <time dateTime={step.at}>{format.instant(step.at)}</time>
              <div>
                {wordOf(step.command)} <span className="mut">· {step.by?.name ?? t('page.system')}</span>
                {step.changes.length === 0 ? null : (
                  <ul className="chg">
                    {step.changes.map(({ field, from, to }) => (
                      <li key={field}>
                        <span className="mut">{fieldOf(field)}: </span>
                        {from === null ? null : (
                          <>
                            <span className="vh">{t('assignment:history.from')} </span>
                            <del>{valueOf(from)}</del>
                            <Icon name="right" />
                            <span className="vh"> {t('assignment:history.to')} </span>
                          </>
                        )}
                        <ins>{valueOf(to)}</ins>
                      </li>
                    ))}
                  </ul>
                )}
                {typeof step.data['reason'] === 'string' && step.data['reason'] !== '' ? (
                  <p className="ink2">{t('thread.change.reason', { reason: step.data['reason'] })}</p>
                ) : null}
              </div>
              <span className="mut seal" title={step.sealed ? t('page.sealed') : t('page.unsealed')}>
                {step.sealed ? <Icon name="lock" /> : null}
                <span className="vh">{step.sealed ? t('page.sealed') : t('page.unsealed')}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Folded>
  )
}
