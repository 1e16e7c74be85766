import '#web/ui/work.css'
import '#web/tasks/tasks.css'
import '#web/tasks/assignment-list.css'
import '#web/tasks/thread-more.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AssignmentSort } from '#core/tasks/assignment-list.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { meQuery } from '#web/queries.ts'
import { AssignmentCard } from '#web/tasks/assignment-card.tsx'
import { useAssignmentColumns } from '#web/tasks/assignment-columns.tsx'
import { AssignmentDrawer } from '#web/tasks/assignment-drawer.tsx'
import { AssignmentFilters } from '#web/tasks/assignment-filters.tsx'
import { mayActOnSeveral } from '#web/bulk/bulk-actions.ts'
import { BulkBar } from '#web/bulk/bulk-bar.tsx'
import { AssignmentExport } from '#web/tasks/assignment-export.tsx'
import { useStarredTasks } from '#web/tasks/starred.tsx'
import { useAssignmentList } from '#web/tasks/use-assignment-list.tsx'
import { useToday } from '#web/tasks/use-today.ts'
import { Button } from '#web/ui/button.tsx'
import { Cards } from '#web/ui/cards.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { useShortcut } from '#web/ui/shortcut.ts'
import { Empty } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { rowBeside } from '#web/ui/table-column.ts'
import { usePhone } from '#web/ui/use-phone.ts'
import { useViews } from '#web/views/use-views.ts'
import { ViewTabs } from '#web/views/view-tabs.tsx'
import { useSelection } from '#web/ui/use-selection.ts'
import { useTableLook } from '#web/ui/use-table-look.ts'

/** Who owes what: the assignments of an address, in one table with the drawer beside it. */
export function AssignmentListPage() {
  const { t } = useTranslation(['tasks', 'views'])
  const format = useFormat()
  const today = useToday()
  const isPhone = usePhone()
  const { data: me } = useQuery(meQuery)
  const search = useSearch({ from: '/signed-in/assignments' })
  const { open, group, ...filter } = search
  // The same while only the drawer changes.
  const conditions = useSearch({
    from: '/signed-in/assignments',
    select: (now) => ({ ...now, open: undefined }),
    structuralSharing: true,
  })
  const navigate = useNavigate({ from: '/assignments' })
  const list = useAssignmentList(filter, isPhone ? undefined : group)
  const look = useTableLook('assignments', useAssignmentColumns(today, group))
  const stars = useStarredTasks()
  const columns = look.columns.map(({ key }) => key)
  const { sort = null, ...kept } = filter
  const views = useViews('assignments', { filter: kept, group: group ?? null, sort })
  const selection = useSelection(JSON.stringify(kept))
  const [isChoosing, setChoosing] = useState(false)
  const chooseSeveral = (next: boolean) => {
    setChoosing(next)
    if (!next) selection.clear()
  }
  const pane = useRef<HTMLDivElement>(null)
  const drawerIsOpen = open !== undefined && !isPhone

  const show = (id: string | undefined) => void navigate({ search: (now) => ({ ...now, open: id }), replace: true })
  const move = (step: 1 | -1) => {
    const next = rowBeside(list.sections, open, step)
    if (next) show(next.id)
  }
  /** The focus returns to the row that was opened. */
  const close = () => {
    document.querySelector<HTMLElement>(`[data-row="${open}"]`)?.focus()
    show(undefined)
  }
  useShortcut({ key: 'ArrowDown', alt: true }, () => move(1), drawerIsOpen)
  useShortcut({ key: 'ArrowUp', alt: true }, () => move(-1), drawerIsOpen)
  useShortcut({ key: 'Escape' }, close, drawerIsOpen)
  useShortcut({ key: 'Escape' }, selection.clear, !drawerIsOpen && selection.ids.size > 0)

  // On a phone an address with an open row is the address of that assignment's own page.
  useEffect(() => {
    if (isPhone && open !== undefined) void navigate({ to: '/assignments/$id', params: { id: open }, replace: true })
  }, [isPhone, open, navigate])

  const asOf = t('list.asOf', { day: format.day(today) })
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <Page
      title={t('list.title')}
      note={isPhone ? undefined : <span className="mut asof">{asOf}</span>}
      fill
      actions={
        <>
          {isPhone ? null : <AssignmentExport search={search} columns={columns} title={views.at?.name} />}
          {me?.deeds.includes('task.draft') ? (
            <>
              {isPhone ? null : (
                <Link className="btn" to="/import" search={{ kind: 'tasks' }}>
                  {t('task.importExcel')}
                </Link>
              )}
              <Link className="btn pri" to="/tasks/new">
                {t('task.add')}
              </Link>
            </>
          ) : null}
        </>
      }
    >
      <div className={`split${drawerIsOpen ? ' two' : ''}`}>
        <div className="lft" ref={pane}>
          <ViewTabs views={views} search={search} columns={columns} showColumns={look.showColumns} />
          <AssignmentFilters
            search={conditions}
            counts={list.counts}
            groups={isPhone || group === undefined ? undefined : list.sections.length}
            look={look}
            onFoldAll={list.onFoldAll}
          />
          {list.error ? (
            <div className="sc">
              <ProblemMessage error={list.error} onRetry={list.readAgain} />
            </div>
          ) : list.counts?.total === 0 ? (
            <div className="sc">
              <Empty>{isFiltered ? t('list.emptyFilter') : t('list.empty')}</Empty>
            </div>
          ) : isPhone ? (
            <>
              <div className="cards-h">
                <span className="mut">
                  <output>{list.counts ? t('count.assignments', { count: list.counts.total }) : ''}</output>
                  <small>{asOf}</small>
                </span>
                {mayActOnSeveral(me?.deeds ?? []) ? (
                  <Button small aria-pressed={isChoosing} onClick={() => chooseSeveral(!isChoosing)}>
                    {t(isChoosing ? 'views:bulk.stop' : 'views:bulk.several')}
                  </Button>
                ) : null}
              </div>
              <Cards
                sections={list.sections}
                onSight={list.onSight}
                card={(row) => <AssignmentCard row={row} today={today} isStarred={stars.has(row.taskId)} />}
                selection={isChoosing ? selection : undefined}
                nameOf={(row) => row.code}
              />
            </>
          ) : (
            <Table
              caption={t('list.caption')}
              look={look}
              sections={list.sections}
              nameOf={(row) => row.code}
              open={open}
              onOpen={(row) => show(row.id)}
              onFold={list.onFold}
              selection={selection}
              sort={filter.sort ?? 'due'}
              onSort={(sort) =>
                void navigate({
                  search: (now) => ({ ...now, sort: sort === 'due' ? undefined : AssignmentSort.parse(sort) }),
                })
              }
              onSight={list.onSight}
              isBusy={list.isBusy}
            />
          )}
          <BulkBar selection={selection} onGone={() => focusList(pane.current)} />
        </div>
        {drawerIsOpen ? <AssignmentDrawer key="drawer" id={open} onClose={close} onMove={move} /> : null}
      </div>
    </Page>
  )
}

/** On the row that the keys would move from, on a phone on what ends the choosing. */
function focusList(pane: HTMLElement | null) {
  pane?.querySelector<HTMLElement>('[data-line][tabindex="0"], .cards-h button')?.focus({ preventScroll: true })
}
