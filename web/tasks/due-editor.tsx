import { useTranslation } from 'react-i18next'
import { dueSoon } from '#core/tasks/assignment-filter.ts'
import { addDays, type PlainDate } from '#core/kernel/plain-date.ts'
import type { AssignmentFilter } from '#web/tasks/queries.ts'
import { useFilterChange } from '#web/tasks/use-filter-change.ts'
import { useToday } from '#web/tasks/use-today.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'

/** From a day to a day, both included, or one of the spans that are asked for most. */
export function DueEditor({ filter, onDone }: { filter: AssignmentFilter; onDone?: (() => void) | undefined }) {
  const { t } = useTranslation('tasks')
  const change = useFilterChange()
  const today = useToday()
  const { dueFrom, dueTo } = dueSoon(today)
  const month = today.slice(0, 8)
  const next = addDays(`${month}28` as PlainDate, 4)
  const spans = [
    { key: 'week', dueFrom, dueTo },
    { key: 'month', dueFrom: `${month}01` as PlainDate, dueTo: addDays(`${next.slice(0, 8)}01` as PlainDate, -1) },
    { key: 'past', dueFrom: undefined, dueTo: addDays(today, -1) },
  ] as const
  const dayOf = (text: string | undefined) => (text === undefined ? null : (text as PlainDate))
  return (
    <div className="due-ed">
      <div className="row wrap">
        {spans.map(({ key, ...span }) => (
          <Button
            key={key}
            small
            aria-pressed={filter.dueFrom === span.dueFrom && filter.dueTo === span.dueTo}
            onClick={() => {
              change(span)
              onDone?.()
            }}
          >
            {t(`filter.spans.${key}`)}
          </Button>
        ))}
      </div>
      <div className="row top">
        <DateField
          label={t('filter.from')}
          value={dayOf(filter.dueFrom)}
          unreadable={t('filter.noDay')}
          onChange={(day) => change({ dueFrom: day ?? undefined }, true)}
        />
        <DateField
          label={t('filter.to')}
          value={dayOf(filter.dueTo)}
          unreadable={t('filter.noDay')}
          onChange={(day) => change({ dueTo: day ?? undefined }, true)}
        />
      </div>
    </div>
  )
}
