import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AssignmentSort, GroupedBy } from '#core/tasks/assignment-list.ts'
import type { ViewFilter } from '#core/views/saved-view.ts'
import { meQuery } from '#web/queries.ts'
import { type AssignmentFilter, assignmentCountsQuery } from '#web/tasks/queries.ts'
import type { AssignmentSearch } from '#web/tasks/routes.tsx'
import { BUILT_IN, countOf, filterOf } from '#web/views/assignment-views.ts'
import { SavedTabs, Tab } from '#web/views/saved-tabs.tsx'
import type { Views } from '#web/views/use-views.ts'
import { isSameFilter } from '#web/views/view-at.ts'

/** The views of the list of assignments. */
export function ViewTabs({
  views,
  search,
  columns,
  showColumns,
}: {
  views: Views
  search: AssignmentSearch
  columns: readonly string[]
  showColumns: (columns: readonly string[]) => void
}) {
  const { t } = useTranslation('views')
  const navigate = useNavigate({ from: '/assignments' })
  const { data: me } = useQuery(meQuery)
  const all = useQuery(assignmentCountsQuery({}))
  const mine = useQuery({ ...assignmentCountsQuery(filterOf('mine', me?.person.id)), enabled: me !== undefined })
  const { group, sort } = search
  const builtIn = views.at
    ? undefined
    : BUILT_IN.find((one) => isSameFilter(filterOf(one, me?.person.id), views.here.filter))

  const show = (next: AssignmentFilter, look: { group?: string | null; sort?: string | null } = {}) =>
    void navigate({
      search: {
        ...next,
        group: GroupedBy.safeParse(look.group).data ?? (look.group === null ? undefined : group),
        sort: AssignmentSort.safeParse(look.sort).data ?? (look.sort === null ? undefined : sort),
      },
    })
  return (
    <SavedTabs
      views={views}
      label={t('tabs')}
      isPlain={builtIn === 'all'}
      columns={columns}
      showColumns={showColumns}
      useCount={useAssignmentCount}
      onShow={(view) => show(view.filter as AssignmentFilter, view)}
    >
      {BUILT_IN.map((one) => (
        <Tab
          key={one}
          name={t(one)}
          count={one === 'mine' ? mine.data?.total : all.data && countOf(one, all.data)}
          isOn={builtIn === one}
          onPress={() => show(filterOf(one, me?.person.id))}
        />
      ))}
    </SavedTabs>
  )
}

function useAssignmentCount(filter: ViewFilter): number | undefined {
  return useQuery(assignmentCountsQuery(filter as AssignmentFilter)).data?.total
}
