import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { DueSpan } from '#core/tasks/assignment-filter.ts'
import type { AssignmentFilter } from '#web/tasks/queries.ts'
import { useFilterChange } from '#web/tasks/use-filter-change.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'

/** From a day to a day, both included, or one of the spans that are asked for most and move with today. */
export function DueEditor({ filter, onDone }: { filter: AssignmentFilter; onDone?: (() => void) | undefined }) {
  const { t } = useTranslation('tasks')
  const change = useFilterChange()
  const dayOf = (text: string | undefined) => (text === undefined ? null : (text as PlainDate))
  return (
    <div className="due-ed">
      <div className="row wrap">
        {DueSpan.options.map((span) => (
          <Button
            key={span}
            small
            aria-pressed={filter.due === span}
            onClick={() => {
              change({ due: filter.due === span ? undefined : span, dueFrom: undefined, dueTo: undefined })
              onDone?.()
            }}
          >
            {t(`filter.spans.${span}`)}
          </Button>
        ))}
      </div>
      <div className="row top">
        <DateField
          label={t('filter.from')}
          value={dayOf(filter.dueFrom)}
          onChange={(day) => change({ due: undefined, dueFrom: day ?? undefined }, true)}
        />
        <DateField
          label={t('filter.to')}
          value={dayOf(filter.dueTo)}
          onChange={(day) => change({ due: undefined, dueTo: day ?? undefined }, true)}
        />
      </div>
    </div>
  )
}
