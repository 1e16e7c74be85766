import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Found, SearchKind } from '#core/search/api.ts'
import { readSearch } from '#core/search/search-words.ts'
import { type Entry, KINDS, useFoundEntries } from '#web/palette/found-entries.ts'
import { MarkedWords } from '#web/palette/marked-words.tsx'
import { searchQuery } from '#web/palette/queries.ts'
import { searchRoute } from '#web/palette/routes.tsx'
import { meQuery } from '#web/queries.ts'
import { Icon } from '#web/ui/icon.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { SearchBox } from '#web/ui/search-box.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'
import '#web/ui/work.css'
import '#web/palette/palette.css'

/** Of one kind. */
const MANY = 50

/** Everything found, by kind; a few of each, or many of one. */
export function SearchPage() {
  const { t } = useTranslation('search')
  const { q = '', kind } = searchRoute.useSearch()
  const navigate = useNavigate({ from: searchRoute.fullPath })
  const { data: me } = useQuery(meQuery)
  const found = useQuery(searchQuery(q.trim(), kind, kind ? MANY : undefined))
  const entriesOf = useFoundEntries(new Set(me?.deeds))
  const entries = q !== '' && found.data ? entriesOf(found.data) : undefined
  const shown = KINDS.filter((one) => (entries?.[one].length ?? 0) > 0)
  return (
    <Page title={t('page.title')}>
      <div className="page srch">
        <div className="row">
          <SearchBox
            label={t('palette.label')}
            hint={t('page.hint')}
            value={q}
            onSettle={(next) => void navigate({ search: { kind, q: next || undefined }, replace: true })}
          />
        </div>
        <nav className="row srch-k" aria-label={t('page.kinds')}>
          {[undefined, ...KINDS].map((one) => (
            <Link
              key={one ?? 'all'}
              to="/search"
              search={{ q: q || undefined, kind: one }}
              className="chip-l"
              aria-current={one === kind ? 'page' : undefined}
            >
              {one ? t(`kind.${one}`) : t('page.allKinds')}
            </Link>
          ))}
        </nav>
        <ProblemMessage error={q === '' ? null : found.error} onRetry={() => void found.refetch()} />
        {q !== '' && found.isPending && <Loading rows={8} />}
        {q === '' && <Empty>{t('page.empty')}</Empty>}
        {q !== '' && found.data && shown.length === 0 && <Empty>{t('page.none', { q })}</Empty>}
        {found.data &&
          shown.map((one) => (
            <Kind key={one} kind={one} found={found.data} entries={entries?.[one] ?? []} q={q} isOnly={kind === one} />
          ))}
      </div>
    </Page>
  )
}

function Kind({
  kind,
  found,
  entries,
  q,
  isOnly,
}: {
  kind: SearchKind
  found: Found
  entries: Entry[]
  q: string
  isOnly: boolean
}) {
  const { t } = useTranslation('search')
  const words = readSearch(q).plain
  return (
    <section className="sec" aria-labelledby={`found-${kind}`}>
      <div className="sec-h">
        <h2 id={`found-${kind}`}>{t(`kind.${kind}`)}</h2>
        {found[kind].more &&
          (isOnly ? (
            <p>{t('page.best', { count: MANY })}</p>
          ) : (
            <Link className="meta" to="/search" search={{ q, kind }}>
              {t(`page.more.${kind}`)}
            </Link>
          ))}
      </div>
      <ul className="fnd">
        {entries.map((entry) => (
          <li key={entry.key}>
            <Icon name={entry.icon} />
            <span className="fnd-t">
              {entry.lead && <b className="num">{entry.lead}</b>}
              <Titled path={entry.path}>
                <MarkedWords text={entry.title} words={words} />
              </Titled>
            </span>
            <small className="mut">{entry.note}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Titled({ path, children }: { path: string | null; children: React.ReactNode }) {
  return path === null ? <span>{children}</span> : <Link to={path}>{children}</Link>
}
