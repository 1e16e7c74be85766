import '#web/ui/work.css'
import '#web/tasks/tasks.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '#core/tasks/answers.ts'
import { AssignmentState } from '#core/tasks/assignment.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { meQuery } from '#web/queries.ts'
import { PAGE_SIZE, tasksQuery } from '#web/tasks/queries.ts'
import { Page } from '#web/ui/page.tsx'
import { Paging } from '#web/ui/paging.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { SearchBox } from '#web/ui/search-box.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'

/** One task to 34 provinces is one row here and 34 in the list of assignments; the count says both. */
export function TaskListPage() {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const { data: me } = useQuery(meQuery)
  const filter = useSearch({ from: '/signed-in/tasks' })
  const navigate = useNavigate({ from: '/tasks' })
  const { data, error, isPending, refetch } = useQuery(tasksQuery(filter))
  const mayDraft = me?.deeds.includes('task.draft') ?? false
  return (
    <Page
      title={t('task.title')}
      actions={
        mayDraft ? (
          <Link className="btn pri" to="/tasks/new">
            {t('task.add')}
          </Link>
        ) : undefined
      }
    >
      <div className="page">
        <div className="fil flat">
          <SearchBox
            label={t('task.search')}
            value={filter.q ?? ''}
            onSettle={(q) =>
              void navigate({
                search: (search) => ({ ...search, q: q === '' ? undefined : q, offset: undefined }),
                replace: true,
              })
            }
          />
          <span className="grow" />
          {data ? (
            <output className="mut nar tot">
              {t('count.tasksWithAssignments', {
                tasks: format.number(data.total),
                assignments: format.number(data.assignments),
              })}
            </output>
          ) : null}
        </div>
        {isPending ? <Loading rows={10} /> : null}
        {error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : null}
        {data && data.items.length === 0 ? (
          <Empty>{filter.q === undefined ? t('task.empty') : t('task.emptyFilter')}</Empty>
        ) : null}
        {data && data.items.length > 0 ? <TaskTable rows={data.items} /> : null}
        {data ? (
          <Paging
            offset={filter.offset ?? 0}
            limit={PAGE_SIZE}
            total={data.total}
            onMove={(offset) => void navigate({ search: (search) => ({ ...search, offset: offset || undefined }) })}
          />
        ) : null}
      </div>
    </Page>
  )
}

function TaskTable({ rows }: { rows: readonly TaskRow[] }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  return (
    <table className="tbl stackable">
      <caption className="vh">{t('task.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field.code')}</th>
          <th scope="col">{t('field.action')}</th>
          <th scope="col">{t('field.directive')}</th>
          <th scope="col">{t('field.owner')}</th>
          <th scope="col" className="num">
            {t('field.due')}
          </th>
          <th scope="col" className="num">
            {t('field.assignments')}
          </th>
          <th scope="col">{t('field.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="cd nar">{row.code}</td>
            <td className="tt">
              <Link className="q" to="/tasks/$id" params={{ id: row.id }}>
                {row.action}
              </Link>
            </td>
            <td className={row.directiveSymbol === null ? 'nw empty' : 'nw'} data-label={t('field.directive')}>
              {row.directiveSymbol ?? <span className="mut">–</span>}
            </td>
            <td data-label={t('field.owner')}>{row.owner.shortName}</td>
            <td className="num" data-label={t('field.due')}>
              {row.lastDayOnTime === null ? (
                <span className="mut">{t('against.noDue')}</span>
              ) : (
                format.day(row.lastDayOnTime)
              )}
            </td>
            <td className="num" data-label={t('field.assignments')}>
              {format.number(row.assignments)}
            </td>
            <td className="ink2">
              {AssignmentState.options
                .flatMap((state) => {
                  const count = row.states[state] ?? 0
                  return count === 0 ? [] : [`${format.number(count)} ${t(`state.${state}`).toLocaleLowerCase('vi')}`]
                })
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
