import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ReadingState } from '#core/directives/directive.ts'
import { RegisterSort } from '#core/directives/register.ts'
import type { ViewFilter } from '#core/views/saved-view.ts'
import { type RegisterFilter, registerCountsQuery } from '#web/directives/queries.ts'
import { useRegisterChange } from '#web/directives/register-condition.ts'
import { SavedTabs, Tab } from '#web/views/saved-tabs.tsx'
import type { Views } from '#web/views/use-views.ts'

/** The reading states as tabs, each with what its list holds under the other conditions; after them the saved views. */
export function RegisterTabs({
  views,
  filter,
  columns,
  showColumns,
}: {
  views: Views
  filter: RegisterFilter
  columns: readonly string[]
  showColumns: (columns: readonly string[]) => void
}) {
  const { t } = useTranslation('directives')
  const change = useRegisterChange()
  const navigate = useNavigate({ from: '/directives' })
  const { data } = useQuery(registerCountsQuery(filter))
  const states = data?.states
  const all = states && Object.values(states).reduce((sum, n) => sum + n, 0)
  const shown = ReadingState.options.filter(
    (state) => state !== 'secret' || filter.state === state || (states?.secret ?? 0) > 0,
  )
  const tab = (state: ReadingState | undefined, name: string, count: number | undefined) => (
    <Tab
      key={state ?? 'all'}
      name={name}
      count={count}
      isOn={views.at === undefined && filter.state === state}
      onPress={() => change({ state })}
    />
  )
  return (
    <SavedTabs
      views={views}
      label={t('register.filters')}
      isPlain={Object.values(filter).every((value) => value === undefined)}
      columns={columns}
      showColumns={showColumns}
      useCount={useRegisterCount}
      onShow={(view) =>
        void navigate({ search: { ...view.filter, sort: RegisterSort.safeParse(view.sort).data }, resetScroll: false })
      }
    >
      {tab(undefined, t('register.all'), all)}
      {shown.map((state) => tab(state, t(`readingState.${state}`), states?.[state]))}
    </SavedTabs>
  )
}

function useRegisterCount(filter: ViewFilter): number | undefined {
  return useQuery(registerCountsQuery(filter as RegisterFilter)).data?.total
}
