import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { addDays, dayOf, type PlainDate } from '#core/kernel/plain-date.ts'
import { NumberLink } from '#web/home/number-link.tsx'
import { changeCountsQuery, visitQuery } from '#web/home/queries.ts'
import { RelativeTime } from '#web/home/relative-time.tsx'
import { useFormat } from '#web/i18n/use-format.ts'
import { ClassGlyph } from '#web/tasks/class-glyph.tsx'
import { assignmentCountsQuery } from '#web/tasks/queries.ts'
import { Icon } from '#web/ui/icon.tsx'
import type { IconName } from '#web/ui/icon.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

const ICONS: Readonly<Record<string, IconName>> = {
  registered: 'doc',
  issued: 'send',
  accepted: 'check',
  returned: 'undo',
  reported: 'form',
  completed: 'flag',
  confirmed: 'check',
  sent_back: 'undo',
  revised: 'edit',
  ended: 'x',
}

/** What others have done since the visit before, by kind; and what has become late by the passing of days alone. */
export function ChangeSection({ today }: { today: PlainDate }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { data: visit } = useQuery(visitQuery)
  const { data, error } = useQuery(changeCountsQuery(visit?.since))
  const since = visit && dayOf(visit.since)
  const lateFilter = { class: 'open_overdue', dueFrom: since ?? today, dueTo: addDays(today, -1) } as const
  const isLaterDay = since !== undefined && since < today
  const { data: late } = useQuery({ ...assignmentCountsQuery(lateFilter), enabled: isLaterDay })
  const isQuiet = data?.items.length === 0 && (late?.total ?? 0) === 0
  return (
    <section className="sec" aria-labelledby="changes-title">
      <div className="sec-h">
        <h2 id="changes-title">{t('changes.title')}</h2>
        {visit ? (
          <span className="meta">
            {t(visit.first ? 'changes.first' : 'changes.since', { at: format.instant(visit.since) })}
          </span>
        ) : null}
      </div>
      {error ? <ProblemMessage error={error} /> : null}
      {isQuiet ? <p className="mut">{t('changes.none')}</p> : null}
      <table className="tbl chg">
        <caption className="vh">{t('changes.title')}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{t('changes.what')}</th>
            <th scope="col">{t('changes.count')}</th>
            <th scope="col">{t('changes.latest')}</th>
          </tr>
        </thead>
        <tbody>
          {late && late.total > 0 ? (
            <tr>
              <th scope="row">
                <ClassGlyph of="open_overdue" beside />
                {t('changes.kind.overdue')}
              </th>
              <td className="num b c-over">
                <NumberLink n={late.total} filter={lateFilter} label={t('changes.kind.overdue')} />
              </td>
              <td className="ink2">{t('changes.overdueText')}</td>
            </tr>
          ) : null}
          {data?.items.map(({ kind, entries, latest }) => (
            <tr key={kind}>
              <th scope="row">
                <Icon name={ICONS[kind] ?? 'info'} />
                {t(`changes.kind.${kind}`)}
              </th>
              <td className="num b">
                <Link
                  className="q n"
                  to="/changes"
                  search={{ kind, since: visit?.since ?? latest }}
                  aria-label={`${format.number(entries)}, ${t(`changes.kind.${kind}`)}`}
                >
                  {format.number(entries)}
                </Link>
              </td>
              <td className="ink2">
                <RelativeTime at={latest} today={today} prefix={t('changes.latestAt')} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="src">{t('changes.note')}</p>
    </section>
  )
}
