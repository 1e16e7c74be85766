import { useTranslation } from 'react-i18next'
import type { Assignment } from '#core/tasks/answers.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { useCommandWord } from '#web/i18n/use-command-word.ts'
import { Icon } from '#web/ui/icon.tsx'

/** Everything that was done with it, as the journal has it. The thread above tells the story; this is the record. */
export function AssignmentHistory({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const wordOf = useCommandWord()
  const steps = assignment.history.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  if (steps.length === 0) return null
  return (
    <details className="hist">
      <summary>
        {t('page.history')} <span className="mut">{t('page.historyCount', { count: steps.length })}</span>
      </summary>
      <ol>
        {steps.map((step) => (
          <li key={step.id}>
            <time dateTime={step.at}>{format.instant(step.at)}</time>
            <span>
              {wordOf(step.command)} <span className="mut">· {step.by?.name ?? t('page.system')}</span>
            </span>
            <span className="mut seal" title={step.sealed ? t('page.sealed') : t('page.unsealed')}>
              {step.sealed ? <Icon name="lock" /> : null}
              <span className="vh">{step.sealed ? t('page.sealed') : t('page.unsealed')}</span>
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
