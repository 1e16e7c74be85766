import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ViewFilter } from '#core/views/saved-view.ts'
import { taskCountsQuery, type TaskFilter } from '#web/tasks/queries.ts'
import { SavedTabs, Tab } from '#web/views/saved-tabs.tsx'
import type { Views } from '#web/views/use-views.ts'

/** All tasks, and the saved views. */
export function TaskTabs({
  views,
  columns,
  showColumns,
}: {
  views: Views
  columns: readonly string[]
  showColumns: (columns: readonly string[]) => void
}) {
  const { t } = useTranslation('views')
  const navigate = useNavigate({ from: '/tasks' })
  const isPlain = Object.values(views.here.filter).every((value) => value === undefined)
  return (
    <SavedTabs
      views={views}
      label={t('tabs')}
      isPlain={isPlain}
      columns={columns}
      showColumns={showColumns}
      useCount={useTaskCount}
      onShow={({ filter }) => void navigate({ search: filter })}
    >
      <Tab
        name={t('all')}
        count={useTaskCount({})}
        isOn={views.at === undefined && isPlain}
        onPress={() => void navigate({ search: {} })}
      />
    </SavedTabs>
  )
}

function useTaskCount(filter: ViewFilter): number | undefined {
  return useQuery(taskCountsQuery(filter as TaskFilter)).data?.total
}
