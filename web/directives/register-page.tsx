import '#web/ui/work.css'
import '#web/tasks/assignment-list.css'
import '#web/directives/register.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { RegisterSort } from '#core/directives/register.ts'
import { MonthStrip } from '#web/directives/month-strip.tsx'
import { RegisterCard } from '#web/directives/register-card.tsx'
import { RegisterChips } from '#web/directives/register-chips.tsx'
import { useRegisterColumns } from '#web/directives/register-columns.tsx'
import { useRegisterChange } from '#web/directives/register-condition.ts'
import { RegisterDrawer } from '#web/directives/register-drawer.tsx'
import { RegisterExport } from '#web/directives/register-export.tsx'
import { useIntake } from '#web/directives/register-intake.tsx'
import { RegisterTabs } from '#web/directives/register-tabs.tsx'
import { registerRoute } from '#web/directives/routes.tsx'
import { useRegisterList } from '#web/directives/use-register-list.ts'
import { meQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Cards } from '#web/ui/cards.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { SearchBox } from '#web/ui/search-box.tsx'
import { useShortcut } from '#web/ui/shortcut.ts'
import { Empty } from '#web/ui/states.tsx'
import { findRow, rowBeside } from '#web/ui/table-column.ts'
import { TableOptions } from '#web/ui/table-options.tsx'
import { Table } from '#web/ui/table.tsx'
import { usePhone } from '#web/ui/use-phone.ts'
import { useTableLook } from '#web/ui/use-table-look.ts'
import { useViews } from '#web/views/use-views.ts'

/** A line with the sentence that has the words sought, pixels. */
const FOUND_HEIGHT = 62

/** The register: what came in, whether it was read, and what of it is still open. */
export function RegisterPage() {
  const { t } = useTranslation('directives')
  const isPhone = usePhone()
  const { open, ...filter } = registerRoute.useSearch()
  const navigate = useNavigate({ from: '/directives' })
  const change = useRegisterChange()
  const { data: me } = useQuery(meQuery)
  const mayRegister = me?.deeds.includes('directive.register') ?? false
  const mayRead = me?.deeds.includes('directive.read') ?? false
  const list = useRegisterList(filter)
  const look = useTableLook('register', useRegisterColumns(filter.q, mayRead))
  const columns = look.columns.map(({ key }) => key)
  const { sort = null, ...conditions } = filter
  const views = useViews('directives', { filter: conditions, group: null, sort })
  const intake = useIntake(mayRead)
  const inView = isPhone || open === undefined ? undefined : findRow(list.sections, ({ id }) => id === open)
  const show = (id: string | undefined) => void navigate({ search: (now) => ({ ...now, open: id }), replace: true })
  const move = (step: 1 | -1) => {
    const next = rowBeside(list.sections, open, step)
    if (next) show(next.id)
  }
  const close = () => {
    document.querySelector<HTMLElement>(`[data-row="${open}"]`)?.focus()
    show(undefined)
  }
  useShortcut({ key: 'ArrowDown', alt: true }, () => move(1), inView !== undefined)
  useShortcut({ key: 'ArrowUp', alt: true }, () => move(-1), inView !== undefined)
  useShortcut({ key: 'Escape' }, close, inView !== undefined)
  // A phone has no drawer: an address that was sent from a desk shows the list.
  useEffect(() => {
    if (isPhone && open !== undefined) void navigate({ search: (now) => ({ ...now, open: undefined }), replace: true })
  }, [isPhone, open, navigate])
  const isFiltered = Object.values(conditions).some((value) => value !== undefined)
  const apart = wordsApart(filter.q)
  const order = filter.sort ?? (filter.q === undefined ? '-received' : 'found')
  return (
    <Page
      title={t('register.title')}
      fill
      actions={
        <>
          {!isPhone && <RegisterExport filter={filter} columns={columns} title={views.at?.name} />}
          {mayRegister && (
            <>
              {!isPhone && (
                <>
                  <Link className="btn" to="/import" search={{ kind: 'directives' }}>
                    {t('register.importExcel')}
                  </Link>
                  <Button onClick={intake.openStub}>{t('register.addStub')}</Button>
                </>
              )}
              <Button look="primary" icon="plus" onClick={intake.open}>
                {t('register.add')}
              </Button>
            </>
          )}
        </>
      }
    >
      <MonthStrip filter={filter} />
      <div className={`split${inView ? ' two' : ''}`}>
        <div className="lft">
          <RegisterTabs views={views} filter={filter} columns={columns} showColumns={look.showColumns} />
          <search className="fil">
            <SearchBox
              label={t('register.search')}
              hint={t('register.searchHint')}
              value={filter.q ?? ''}
              onSettle={(q) => change({ q: q === '' ? undefined : q }, true)}
            />
            <RegisterChips filter={filter} />
            <span className="grow" />
            {list.counts && (
              <output className="mut nar tot">
                {t('register.count', { count: list.counts.total })}
                {list.counts.states.secret > 0 && filter.state === undefined
                  ? ` ${t('register.ofThemSecret', { count: list.counts.states.secret })}`
                  : ''}
              </output>
            )}
            {!isPhone && <TableOptions look={look} />}
          </search>
          {list.error ? (
            <div className="sc">
              <ProblemMessage error={list.error} onRetry={list.readAgain} />
            </div>
          ) : list.counts?.total === 0 ? (
            <div className="sc">
              <Empty
                action={
                  isFiltered ? (
                    <span className="row">
                      {apart !== undefined && (
                        <Button onClick={() => change({ q: apart })}>{t('register.searchApart', { q: apart })}</Button>
                      )}
                      <Button onClick={() => void navigate({ search: {} })}>{t('register.clear')}</Button>
                    </span>
                  ) : (
                    mayRegister && <Button onClick={intake.open}>{t('register.add')}</Button>
                  )
                }
              >
                {t(isFiltered || !mayRegister ? 'register.emptyFiltered' : 'register.empty')}
                {apart !== undefined && ` ${t('register.together')}`}
              </Empty>
            </div>
          ) : isPhone ? (
            <Cards
              sections={list.sections}
              onSight={list.onSight}
              card={(row) => <RegisterCard row={row} q={filter.q} readable={mayRead} />}
            />
          ) : (
            <Table
              caption={t('register.caption')}
              look={look}
              sections={list.sections}
              nameOf={(row) => row.symbol ?? row.subject}
              open={inView?.id}
              onOpen={(row) => show(row.id)}
              sort={order}
              onSort={(sort) => void navigate({ search: (now) => ({ ...now, sort: RegisterSort.parse(sort) }) })}
              onSight={list.onSight}
              isBusy={list.isBusy}
              {...(list.hasFound ? { rowHeight: FOUND_HEIGHT } : {})}
            />
          )}
        </div>
        {inView && <RegisterDrawer row={inView} q={filter.q} readable={mayRead} onClose={close} />}
      </div>
      {mayRegister && intake.dialogs}
    </Page>
  )
}

/** Most words are of two syllables: the same query with a comma between each two of them. */
function wordsApart(q: string | undefined): string | undefined {
  const syllables = (q ?? '').trim().split(/\s+/)
  if (syllables.length < 3 || /[,;"“”]/.test(q ?? '')) return undefined
  return Array.from({ length: Math.ceil(syllables.length / 2) }, (_, at) =>
    syllables.slice(2 * at, 2 * at + 2).join(' '),
  ).join(', ')
}
