import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '#core/tasks/answers.ts'
import { AssignmentState } from '#core/tasks/assignment.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { RowLink } from '#web/ui/row-link.tsx'
import type { Column } from '#web/ui/table-column.ts'

/** "3 đã tiếp nhận, 12 đang thực hiện": how far the assignments of a task are. */
export function useStateCounts(): (row: TaskRow) => string {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  return useMemo(
    () => (row: TaskRow) =>
      AssignmentState.options
        .flatMap((state) => {
          const count = row.states[state] ?? 0
          return count === 0 ? [] : [`${format.number(count)} ${t(`state.${state}`).toLocaleLowerCase('vi')}`]
        })
        .join(', '),
    [t, format],
  )
}

export function useTaskColumns(): readonly Column<TaskRow>[] {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const stateCounts = useStateCounts()
  return useMemo<readonly Column<TaskRow>[]>(
    () => [
      { key: 'code', head: t('field.code'), width: 84, fixed: true, className: 'cd nar', cell: (row) => row.code },
      {
        key: 'action',
        head: t('field.action'),
        fixed: true,
        cell: (row) => (
          <RowLink href={`/tasks/${row.id}`} title={row.action}>
            {row.action}
          </RowLink>
        ),
      },
      {
        key: 'directive',
        head: t('field.directive'),
        width: 148,
        className: 'sm',
        cell: (row) => <span className="one">{row.directiveSymbol ?? '–'}</span>,
      },
      {
        key: 'owner',
        head: t('field.owner'),
        width: 168,
        yields: 'narrow',
        className: 'sm',
        cell: (row) => (
          <span className="two" title={row.owner.name}>
            {row.owner.shortName}
          </span>
        ),
      },
      {
        key: 'due',
        head: t('field.due'),
        width: 86,
        align: 'end',
        cell: (row) =>
          row.lastDayOnTime === null ? (
            <span className="mut">{t('against.noDue')}</span>
          ) : (
            format.day(row.lastDayOnTime)
          ),
      },
      {
        key: 'assignments',
        head: t('field.assignments'),
        width: 80,
        align: 'end',
        cell: (row) => format.number(row.assignments),
      },
      {
        key: 'states',
        head: t('field.state'),
        width: 280,
        className: 'sm',
        cell: (row) => (
          <span className="two" title={stateCounts(row)}>
            {stateCounts(row)}
          </span>
        ),
      },
    ],
    [t, format, stateCounts],
  )
}
