import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '#core/tasks/answers.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { useStateCounts } from '#web/tasks/task-columns.tsx'

/** A row of the list of tasks on a phone. */
export function TaskCard({ row }: { row: TaskRow }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const stateCounts = useStateCounts()
  return (
    <Link to="/tasks/$id" params={{ id: row.id }}>
      <span className="row mut">
        <span>{row.code}</span>
        <span className="grow" />
        <span>
          {row.lastDayOnTime === null ? t('deadline.none') : `${t('field.due')} ${format.day(row.lastDayOnTime)}`}
        </span>
      </span>
      <b>{row.action}</b>
      {row.directiveSymbol === null ? null : <span className="ink2">{row.directiveSymbol}</span>}
      <span className="ink2">{stateCounts(row)}</span>
    </Link>
  )
}
