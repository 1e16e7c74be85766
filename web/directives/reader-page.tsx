import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directiveQuery } from '#web/directives/queries.ts'
import { Reader } from '#web/directives/reader.tsx'
import { readerRoute } from '#web/directives/routes.tsx'
import { StubLineDialog } from '#web/directives/stub-line-dialog.tsx'
import { titleOf } from '#web/directives/title-of.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { meQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'
import { ReaderActions } from '#web/directives/reader-actions.tsx'
import { mayOn } from '#web/directives/may-on.ts'

export function ReaderPage() {
  const { t } = useTranslation('directives')
  const { day } = useFormat()
  const { id } = readerRoute.useParams()
  const search = readerRoute.useSearch()
  const navigate = useNavigate({ from: readerRoute.fullPath })
  const directive = useQuery(directiveQuery(id))
  const { data: me } = useQuery(meQuery)
  const { data } = directive
  const [correcting, setCorrecting] = useState(false)
  const title = data ? titleOf(data, day, t('reader.untitled')) : t('register.title')
  return (
    <Page
      fill
      title={title}
      heading={<Heading title={title} symbol={data?.symbol} />}
      crumbs={data && <Link to="/directives">{t('reader.back')}</Link>}
      note={data && <span className="tag">{t('reader.received', { day: day(data.receivedOn) })}</span>}
      actions={data && data.secrecy === null && me && <ReaderActions directive={data} may={mayOn(me, data)} />}
    >
      {directive.isPending && (
        <div className="page">
          <Loading rows={14} />
        </div>
      )}
      {directive.error && (
        <div className="page">
          <ProblemMessage error={directive.error} onRetry={() => void directive.refetch()} />
        </div>
      )}
      {data && data.secrecy !== null && (
        <div className="page stack">
          <p>
            <b className="gr">{t(`register.grade.${data.secrecy}`)}</b> {t('stub.page')}
          </p>
          {me && mayOn(me, data).edit && (
            <p>
              <Button icon="edit" onClick={() => setCorrecting(true)}>
                {t('stub.edit')}
              </Button>
            </p>
          )}
          {correcting && <StubLineDialog line={data} onClose={() => setCorrecting(false)} />}
        </div>
      )}
      {data && data.secrecy === null && me && (
        <Reader
          key={id}
          directive={data}
          may={mayOn(me, data)}
          openId={search.proposal}
          at={search.at}
          page={search.page}
          view={search.view}
          onMove={(place) => void navigate({ search: place, replace: true, resetScroll: false })}
        />
      )}
    </Page>
  )
}

/** Of a long title the type gives way; by its number and day a directive is known. */
function Heading({ title, symbol }: { title: string; symbol: string | null | undefined }) {
  const at = symbol ? title.indexOf(symbol) : -1
  return at <= 0 ? (
    title
  ) : (
    <span className="crumb-t" title={title}>
      <span>{title.slice(0, at)}</span>
      <span>{title.slice(at)}</span>
    </span>
  )
}
