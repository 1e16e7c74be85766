import '#web/ui/work.css'
import '#web/home/home.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Change } from '#core/home/api.ts'
import { CHANGES_PER_PAGE, changesQuery } from '#web/home/queries.ts'
import { RelativeTime } from '#web/home/relative-time.tsx'
import { useFormat } from '#web/i18n/use-format.ts'
import { useToday } from '#web/tasks/use-today.ts'
import { Page } from '#web/ui/page.tsx'
import { Paging } from '#web/ui/paging.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'

/** The deeds of others behind one number of the home page, latest first. */
export function ChangesPage() {
  const { t } = useTranslation('home')
  const format = useFormat()
  const today = useToday()
  const search = useSearch({ from: '/signed-in/changes' })
  const navigate = useNavigate({ from: '/changes' })
  const offset = search.offset ?? 0
  const { data, error, isPending } = useQuery(changesQuery({ ...search, offset }))
  return (
    <Page title={t(`changes.kind.${search.kind}`)} crumbs={<Link to="/">{t('title')}</Link>}>
      <div className="page stack">
        <p className="mut">
          {t('changes.from', { at: format.instant(search.since) })}
          {data ? ` · ${t('changes.entries', { count: data.total })}` : ''}
        </p>
        {error ? <ProblemMessage error={error} /> : null}
        {isPending ? <Loading rows={10} /> : null}
        {data?.total === 0 ? <Empty>{t('changes.none')}</Empty> : null}
        {data && data.items.length > 0 ? (
          <table className="tbl stackable">
            <caption className="vh">{t(`changes.kind.${search.kind}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('changes.code')}</th>
                <th scope="col">{t('changes.title2')}</th>
                <th scope="col">{t('changes.unit')}</th>
                <th scope="col">{t('changes.by')}</th>
                <th scope="col">{t('changes.at')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((change) => (
                <tr key={change.id}>
                  <td className="nw mut">{change.code}</td>
                  <td className="tt">
                    <ChangeLink change={change} />
                  </td>
                  <td className="ink2">{change.unit?.name}</td>
                  <td className="ink2">{change.by?.name}</td>
                  <td className="nw ink2">
                    <RelativeTime at={change.at} today={today} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        {data ? (
          <Paging
            offset={offset}
            limit={CHANGES_PER_PAGE}
            total={data.total}
            onMove={(to) => void navigate({ search: (before) => ({ ...before, offset: to || undefined }) })}
          />
        ) : null}
      </div>
    </Page>
  )
}

function ChangeLink({ change }: { change: Change }) {
  const params = { id: change.subjectId as string }
  return change.subject === 'directive' ? (
    <Link className="q" to="/directives/$id" params={params}>
      {change.title}
    </Link>
  ) : (
    <Link className="q" to="/assignments/$id" params={params}>
      {change.title}
    </Link>
  )
}
