import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AssignmentState } from '#core/tasks/assignment.ts'
import type { GroupedBy } from '#core/tasks/assignment-list.ts'
import { areOpenClasses } from '#core/tasks/lateness.ts'
import { taskCodeOf } from '#core/tasks/thread.ts'
import { unitsApi } from '#core/units/api.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { type Condition, type Flag, listOf } from '#web/tasks/filter-condition.ts'
import { CLASS_ORDER, useGroupName } from '#web/tasks/group-head.tsx'
import { type AssignmentFilter, assignmentGroupsQuery, assignmentWindowQuery } from '#web/tasks/queries.ts'

/** What a condition demands, in the words of the list. */
export function ConditionWords({
  filter,
  condition,
}: {
  filter: AssignmentFilter
  condition: Exclude<Condition, Flag>
}): ReactNode {
  const { t } = useTranslation('tasks')
  switch (condition) {
    case 'unit':
      return filter.within === undefined ? (
        <UnitName id={filter.lead ?? ''} />
      ) : (
        <>
          <UnitName id={filter.within} /> {t('filter.andBelow')}
        </>
      )
    case 'state':
      return (
        <b>
          {listOf(filter.state, AssignmentState.options)
            .map((state) => t(`state.${state}`))
            .join(t('filter.or'))}
        </b>
      )
    case 'class': {
      const classes = listOf(filter.class, CLASS_ORDER)
      const words = classes.map((kind) => t(`filter.classes.${kind}`)).join(t('filter.or'))
      return <b>{areOpenClasses(classes) ? t('filter.allOpen') : words}</b>
    }
    case 'due':
      return <DueWords filter={filter} />
    case 'directive':
      return <GroupWords by="directive" id={filter.directive ?? 'none'} />
    case 'handler':
      return <GroupWords by="handler" id={filter.handler ?? 'none'} />
    case 'task':
      return <TaskName id={filter.task ?? ''} />
  }
}

function DueWords({ filter: { due, dueFrom: from, dueTo: to } }: { filter: AssignmentFilter }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const days = { from: from === undefined ? '' : format.day(from), to: to === undefined ? '' : format.day(to) }
  const words = [
    ...(due === undefined ? [] : [t(`filter.spansSaid.${due}`)]),
    ...(from !== undefined && to !== undefined ? [t('filter.dueSpan', days)] : []),
    ...(from !== undefined && to === undefined ? [t('filter.dueFromDay', days)] : []),
    ...(from === undefined && to !== undefined ? [t('filter.dueToDay', days)] : []),
  ]
  return <b>{words.join(', ')}</b>
}

/** An external lead is no unit of the register; the groups of the list know its name. */
function UnitName({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['fan-out', [{ kind: 'unit', id }]],
    queryFn: ({ signal }) => call(unitsApi.expandAddressees, { body: { addressees: [{ kind: 'unit', id }] }, signal }),
    staleTime: 60_000,
  })
  const groups = useQuery({ ...assignmentGroupsQuery({ lead: id }, 'lead'), enabled: data?.units.length === 0 })
  return <b>{data?.units[0]?.name ?? groups.data?.items[0]?.unit?.name ?? ''}</b>
}

export function GroupWords({ by, id }: { by: Exclude<GroupedBy, 'lead'>; id: string }) {
  const { t } = useTranslation('tasks')
  const nameOf = useGroupName()
  const { data } = useQuery({ ...assignmentGroupsQuery({ [by]: id }, by), enabled: id !== 'none' })
  const [group] = data?.items ?? []
  return <b>{id === 'none' ? t('list.groupNone') : group ? nameOf(group) : ''}</b>
}

/** The rows themselves say which task it is. */
function TaskName({ id }: { id: string }) {
  const { data } = useQuery(assignmentWindowQuery({ task: id }, 0))
  const [row] = data?.items ?? []
  return <b>{row ? taskCodeOf(row.code) : ''}</b>
}
