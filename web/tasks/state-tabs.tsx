import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AssignmentState } from '#core/tasks/assignment.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { assignmentCountsQuery } from '#web/tasks/queries.ts'
import type { AssignmentSearch } from '#web/tasks/routes.tsx'
import { useFilterChange } from '#web/tasks/use-filter-change.ts'

/** The states that occur, with how many are in each under the other conditions. */
export function StateTabs({ search }: { search: AssignmentSearch }) {
  const { t } = useTranslation('tasks')
  const change = useFilterChange()
  const { open: _open, group: _group, state, ...filter } = search
  const { data: counts } = useQuery(assignmentCountsQuery(filter))
  const shown = AssignmentState.options.filter((one) => (counts?.states[one] ?? 0) > 0 || state === one)
  return (
    <fieldset aria-label={t('list.states')}>
      <div className="views">
        <Tab
          name={t('list.all')}
          count={counts?.total}
          isOn={state === undefined}
          onPress={() => change({ state: undefined })}
        />
        {shown.map((one) => (
          <Tab
            key={one}
            name={t(`state.${one}`)}
            count={counts && (counts.states[one] ?? 0)}
            isOn={state === one}
            onPress={() => change({ state: one })}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** A count that is not known is not shown: absent is not zero. */
function Tab({
  name,
  count,
  isOn,
  onPress,
}: {
  name: string
  count: number | undefined
  isOn: boolean
  onPress: () => void
}) {
  const format = useFormat()
  return (
    <button type="button" aria-pressed={isOn} onClick={onPress}>
      {name} {count === undefined ? null : <b>{format.number(count)}</b>}
    </button>
  )
}
