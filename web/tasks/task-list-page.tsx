import '#web/ui/work.css'
import '#web/tasks/tasks.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '#web/queries.ts'
import { taskWindowQuery } from '#web/tasks/queries.ts'
import { TaskCard } from '#web/tasks/task-card.tsx'
import { GroupWords } from '#web/tasks/filter-words.tsx'
import { TaskTabs } from '#web/tasks/task-tabs.tsx'
import { useTaskColumns } from '#web/tasks/task-columns.tsx'
import { ConditionChips } from '#web/ui/condition-chips.tsx'
import { Cards } from '#web/ui/cards.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { SearchBox } from '#web/ui/search-box.tsx'
import { Empty } from '#web/ui/states.tsx'
import { TableOptions } from '#web/ui/table-options.tsx'
import { Table } from '#web/ui/table.tsx'
import { usePhone } from '#web/ui/use-phone.ts'
import { useTableLook } from '#web/ui/use-table-look.ts'
import { useViews } from '#web/views/use-views.ts'
import { useWindows } from '#web/ui/use-windows.ts'

/** One task to 34 provinces is one row here and 34 in the list of assignments; the count says both. */
export function TaskListPage() {
  const { t } = useTranslation('tasks')
  const isPhone = usePhone()
  const { data: me } = useQuery(meQuery)
  const filter = useSearch({ from: '/signed-in/tasks' })
  const navigate = useNavigate({ from: '/tasks' })
  const look = useTableLook('tasks', useTaskColumns())
  // What was shown last stays in sight until what is wanted now has arrived.
  const [shown, setShown] = useState(filter)
  const wanted = useQuery(taskWindowQuery(filter, 0))
  if (wanted.data && JSON.stringify(shown) !== JSON.stringify(filter)) setShown(filter)
  const { data } = useQuery(taskWindowQuery(shown, 0))
  const { sections, onSight, error, readAgain } = useWindows([
    {
      key: 'all',
      count: data?.total ?? AT_FIRST,
      isOpen: true,
      windowOf: (offset) => taskWindowQuery(shown, offset),
    },
  ])
  const views = useViews('tasks', { filter, group: null, sort: null })
  const open = (id: string) => void navigate({ to: '/tasks/$id', params: { id } })
  return (
    <Page
      title={t('task.title')}
      fill
      actions={
        me?.deeds.includes('task.draft') ? (
          <Link className="btn pri" to="/tasks/new">
            {t('task.add')}
          </Link>
        ) : undefined
      }
    >
      <div className="lft">
        <TaskTabs views={views} columns={look.columns.map(({ key }) => key)} showColumns={look.showColumns} />
        <search className="fil">
          <SearchBox
            label={t('task.search')}
            value={filter.q ?? ''}
            onSettle={(q) =>
              void navigate({ search: (search) => ({ ...search, q: q === '' ? undefined : q }), replace: true })
            }
          />
          <ConditionChips
            chips={[
              {
                name: t('filter.directive'),
                isInForce: filter.directive !== undefined,
                words: <GroupWords by="directive" id={filter.directive ?? 'none'} />,
                onDrop: () => void navigate({ search: (search) => ({ ...search, directive: undefined }) }),
              },
            ]}
          />
          <span className="grow" />
          {data ? (
            <output className="mut nar tot">
              {t('count.tasksWithAssignments', {
                tasks: data.total,
                assignments: data.assignments,
              })}
            </output>
          ) : null}
          {isPhone ? null : <TableOptions look={look} />}
        </search>
        {error || wanted.error ? (
          <div className="sc">
            <ProblemMessage error={error ?? wanted.error} onRetry={() => void wanted.refetch().then(readAgain)} />
          </div>
        ) : data?.total === 0 ? (
          <div className="sc">
            <Empty>
              {filter.q === undefined && filter.directive === undefined ? t('task.empty') : t('task.emptyFilter')}
            </Empty>
          </div>
        ) : isPhone ? (
          <Cards sections={sections} onSight={onSight} card={(row) => <TaskCard row={row} />} />
        ) : (
          <Table
            caption={t('task.caption')}
            look={look}
            sections={sections}
            nameOf={(row) => row.code}
            onOpen={(row) => open(row.id)}
            onSight={onSight}
            isBusy={wanted.isPending}
          />
        )}
      </div>
    </Page>
  )
}

/** Rows that are shown as bars before it is known how many there are. */
const AT_FIRST = 12
