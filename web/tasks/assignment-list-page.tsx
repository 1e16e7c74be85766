import '#web/ui/work.css'
import '#web/tasks/tasks.css'
import '#web/tasks/assignment-list.css'
import '#web/tasks/thread-more.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/use-format.ts'
import { AssignmentCards } from '#web/tasks/assignment-cards.tsx'
import { AssignmentDrawer } from '#web/tasks/assignment-drawer.tsx'
import { AssignmentFilters } from '#web/tasks/assignment-filters.tsx'
import { AssignmentTable } from '#web/tasks/assignment-table.tsx'
import { assignmentsQuery, PAGE_SIZE } from '#web/tasks/queries.ts'
import { usePhone } from '#web/tasks/use-phone.ts'
import { useToday } from '#web/tasks/use-today.ts'
import { Page } from '#web/ui/page.tsx'
import { Paging } from '#web/ui/paging.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { useShortcut } from '#web/ui/shortcut.ts'
import { Empty, Loading } from '#web/ui/states.tsx'

export function AssignmentListPage() {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const today = useToday()
  const isPhone = usePhone()
  const { open, ...filter } = useSearch({ from: '/signed-in/assignments' })
  const navigate = useNavigate({ from: '/assignments' })
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(assignmentsQuery(filter))
  const rows = data?.items ?? []
  const table = useRef<HTMLDivElement>(null)
  const drawerIsOpen = open !== undefined && !isPhone

  const show = (id: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, open: id }), replace: true })
  const move = (step: 1 | -1) => {
    const next = rows[rows.findIndex((row) => row.id === open) + step]
    if (next) show(next.id)
  }
  /** The focus returns to the row that was opened. */
  const close = () => {
    table.current?.querySelector<HTMLElement>(`[data-row="${open}"] a`)?.focus()
    show(undefined)
  }
  useShortcut({ key: 'ArrowDown', alt: true }, () => move(1), drawerIsOpen)
  useShortcut({ key: 'ArrowUp', alt: true }, () => move(-1), drawerIsOpen)
  useShortcut({ key: 'Escape' }, () => close(), drawerIsOpen)

  // On a phone an address with an open row is the address of that assignment's own page.
  useEffect(() => {
    if (isPhone && open !== undefined) void navigate({ to: '/assignments/$id', params: { id: open }, replace: true })
  }, [isPhone, open, navigate])

  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <Page
      title={t('list.title')}
      note={<span className="mut asof">{t('list.asOf', { day: format.day(today) })}</span>}
      fill
    >
      <div className={`split${drawerIsOpen ? ' two' : ''}`}>
        <div className="lft" ref={table}>
          <AssignmentFilters filter={filter} answer={data} />
          <div className="sc" aria-busy={isPlaceholderData}>
            {error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : null}
            {isPending && !error ? <Loading rows={12} /> : null}
            {data && rows.length === 0 ? <Empty>{isFiltered ? t('list.emptyFilter') : t('list.empty')}</Empty> : null}
            {rows.length > 0 ? (
              isPhone ? (
                <AssignmentCards rows={rows} today={today} />
              ) : (
                <AssignmentTable rows={rows} today={today} open={open} />
              )
            ) : null}
            {data ? (
              <Paging
                offset={filter.offset ?? 0}
                limit={PAGE_SIZE}
                total={data.total}
                onMove={(offset) =>
                  void navigate({ search: (search) => ({ ...search, offset: offset || undefined, open: undefined }) })
                }
              />
            ) : null}
          </div>
        </div>
        {drawerIsOpen ? <AssignmentDrawer key="drawer" id={open} onClose={close} onMove={move} /> : null}
      </div>
    </Page>
  )
}
