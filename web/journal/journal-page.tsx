import '#web/ui/work.css'
import '#web/journal/journal.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { journalApi, type JournalRow } from '#core/journal/api.ts'
import { call } from '#web/client.ts'
import { useCommandWord } from '#web/i18n/use-command-word.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { DataWords } from '#web/journal/data-words.tsx'
import { SubjectLink } from '#web/journal/subject-link.tsx'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'

const STEP = 50

/** Who did what to what, when, and whether it is sealed: for the auditor, newest first. */
export function JournalPage() {
  const { t } = useTranslation('journal')
  const { subject } = useSearch({ from: '/signed-in/journal' })
  const query = useInfiniteQuery({
    queryKey: ['journal', subject ?? ''],
    queryFn: ({ pageParam, signal }) =>
      call(journalApi.listJournal, {
        query: {
          limit: STEP,
          ...(subject === undefined ? {} : { subject }),
          ...(pageParam === '' ? {} : { before: pageParam }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => (page.items.length < STEP ? undefined : page.items.at(-1)?.id),
  })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('title')} note={<span className="mut">{t('lead')}</span>}>
      <div className="page">
        {subject === undefined ? null : (
          <p className="fil flat">
            <Link to="/journal" className="btn sm">
              {t('all')}
            </Link>
          </p>
        )}
        {query.isPending ? <Loading rows={12} /> : null}
        {query.error ? <ProblemMessage error={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.data && rows.length === 0 ? (
          <Empty>{subject === undefined ? t('empty') : t('emptySubject')}</Empty>
        ) : null}
        {rows.length > 0 ? <JournalTable rows={rows} isWhole={subject === undefined} /> : null}
        {query.hasNextPage ? (
          <p className="more">
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          </p>
        ) : null}
      </div>
    </Page>
  )
}

function JournalTable({ rows, isWhole }: { rows: readonly JournalRow[]; isWhole: boolean }) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const wordOf = useCommandWord()
  return (
    <table className="tbl stackable jrn">
      <caption className="vh">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('at')}</th>
          <th scope="col">{t('by')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('subject')}</th>
          <th scope="col">{t('data')}</th>
          <th scope="col">{t('seal')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="nw ink2">
              <time dateTime={row.at}>{format.instant(row.at)}</time>
            </td>
            <td>
              {row.by?.name ?? <span className="mut">{t('system')}</span>}
              {row.by?.position ? <small>{row.by.position}</small> : null}
            </td>
            <td className="m">{wordOf(row.command)}</td>
            <td>
              <SubjectLink row={row} />
              {isWhole ? (
                <small>
                  <Link to="/journal" search={{ subject: row.subjectId }}>
                    {t('onlySubject')}
                  </Link>
                </small>
              ) : null}
            </td>
            <td className="dat">
              <DataWords data={row.data} />
            </td>
            <td className="nw">
              <span className="seal" title={t('hash', { hash: row.hash })}>
                {row.sealed ? <Icon name="lock" /> : null}
                <span className={row.sealed ? undefined : 'mut'}>{row.sealed ? t('sealed') : t('unsealed')}</span>
              </span>
              <small className="mono">{row.hash.slice(0, 12)}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
