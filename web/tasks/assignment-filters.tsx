import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { tasksApi } from '#core/tasks/api.ts'
import { AssignmentState } from '#core/tasks/assignment.ts'
import type { AnswerOf } from '#core/kernel/endpoint.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { FilterChips } from '#web/tasks/filter-chips.tsx'
import type { AssignmentFilter } from '#web/tasks/queries.ts'
import { meQuery } from '#web/queries.ts'
import { SearchBox } from '#web/ui/search-box.tsx'

/** States as tabs with their counts, the rest as chips that read as a sentence; all of it is the address. */
export function AssignmentFilters({
  filter,
  answer,
}: {
  filter: AssignmentFilter
  answer: AnswerOf<typeof tasksApi.listAssignments> | undefined
}) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const { data: me } = useQuery(meQuery)
  const navigate = useNavigate({ from: '/assignments' })
  const states = AssignmentState.options.filter((state) => (answer?.states[state] ?? 0) > 0 || filter.state === state)
  const all = answer && Object.values(answer.states).reduce((sum, count) => sum + count, 0)
  const forget = { open: undefined, offset: undefined }
  const showState = (state: AssignmentState | undefined) =>
    void navigate({ search: (search) => ({ ...search, ...forget, state }) })
  return (
    <>
      <fieldset aria-label={t('list.states')}>
        <div className="views">
          <Tab
            name={t('list.all')}
            count={all}
            isOn={filter.state === undefined}
            onPress={() => showState(undefined)}
          />
          {states.map((state) => (
            <Tab
              key={state}
              name={t(`state.${state}`)}
              count={answer && (answer.states[state] ?? 0)}
              isOn={filter.state === state}
              onPress={() => showState(state)}
            />
          ))}
        </div>
      </fieldset>
      <div className="fil">
        <SearchBox
          label={t('list.search')}
          hint={t('list.searchHint')}
          value={filter.q ?? ''}
          onSettle={(q) =>
            void navigate({
              search: (search) => ({ ...search, ...forget, q: q === '' ? undefined : q }),
              replace: true,
            })
          }
        />
        <FilterChips filter={filter} />
        <span className="grow" />
        {answer ? (
          <output className="mut nar tot">
            {t('count.assignmentsOfTasks', {
              assignments: format.number(answer.total),
              tasks: format.number(answer.tasks),
            })}
          </output>
        ) : null}
        {me?.deeds.includes('task.draft') ? (
          <Link className="btn sm" to="/import" search={{ kind: 'tasks' }}>
            {t('task.importExcel')}
          </Link>
        ) : null}
        {me?.deeds.includes('task.draft') ? (
          <Link className="btn sm" to="/tasks/new">
            {t('task.add')}
          </Link>
        ) : null}
      </div>
    </>
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
