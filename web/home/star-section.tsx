import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LatenessClass } from '#core/tasks/lateness.ts'
import type { Star } from '#core/tasks/stars-api.ts'
import { NumberLink } from '#web/home/number-link.tsx'
import { StarButton } from '#web/home/star-button.tsx'
import { useFormat } from '#web/i18n/use-format.ts'
import { ClassGlyph } from '#web/tasks/class-glyph.tsx'
import { assignmentCountsQuery, starsQuery } from '#web/tasks/queries.ts'
import { Icon } from '#web/ui/icon.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

const CLASSES = ['done_on_time', 'done_late', 'open_in_term', 'open_overdue', 'open_no_deadline'] as const

/** The priorities of the reader's leaders, each with where its assignments stand. */
export function StarSection({ mayStar }: { mayStar: boolean }) {
  const { t } = useTranslation('home')
  const { data, error } = useQuery(starsQuery)
  return (
    <section className="sec" aria-labelledby="stars-title">
      <div className="sec-h">
        <h2 id="stars-title">{t('stars.title')}</h2>
        {data ? (
          <p>{t(mayStar ? 'stars.countOf' : 'stars.count', { count: data.items.length, most: data.atMost })}</p>
        ) : null}
        {data && data.items.length > 0 ? <AllAssignments /> : null}
      </div>
      {error ? <ProblemMessage error={error} /> : null}
      {data ? null : <Loading rows={5} />}
      {data?.items.length === 0 ? <p className="mut">{t(mayStar ? 'stars.emptyLeader' : 'stars.empty')}</p> : null}
      <ul className="pri">
        {data?.items.map((star) => (
          <StarLine key={`${star.taskId} ${star.unit.id}`} star={star} />
        ))}
      </ul>
    </section>
  )
}

/** All assignments of all priorities, in one list. */
function AllAssignments() {
  const { t } = useTranslation('home')
  const { data } = useQuery(assignmentCountsQuery({ starred: true }))
  return data ? (
    <span className="meta">
      <Link to="/assignments" search={{ starred: true }}>
        {t('stars.all', { count: data.total })}
      </Link>
    </span>
  ) : null
}

function StarLine({ star }: { star: Star }) {
  const { t } = useTranslation(['home', 'shell', 'tasks'])
  const format = useFormat()
  const { data } = useQuery(assignmentCountsQuery({ task: star.taskId }))
  return (
    <li>
      <span className="star">
        {star.removable ? <StarButton taskId={star.taskId} starred small /> : <Icon name="star" />}
      </span>
      <div className="nm">
        <Link className="q" to="/tasks/$id" params={{ id: star.taskId }}>
          <b>{star.action}</b>
        </Link>
        <small>
          {[
            star.code,
            star.directiveSymbol,
            star.unit.shortName,
            t('stars.since', { day: format.instantDay(star.starredAt) }),
          ]
            .filter((part) => part !== null && part !== '')
            .join(' · ')}
        </small>
      </div>
      {data ? (
        <>
          <div className="all">
            <NumberLink
              n={data.total}
              filter={{ task: star.taskId }}
              label={t('tasks:count.assignments', { count: data.total })}
            />{' '}
            <span className="mut">{t('stars.assignments', { count: data.total })}</span>
          </div>
          <Bar counts={data.classes} total={data.total} />
          <ul className="cls">
            {CLASSES.filter((kind) => data.classes[kind] > 0).map((kind) => (
              <li key={kind}>
                <ClassGlyph of={kind} />
                <NumberLink
                  n={data.classes[kind]}
                  filter={{ task: star.taskId, class: kind }}
                  label={t(`shell:lateness.${kind}`)}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </li>
  )
}

/** The same as a bar, for the eye alone: the numbers stand beside it. */
function Bar({ counts, total }: { counts: Readonly<Record<LatenessClass, number>>; total: number }) {
  return (
    <div className="bar" aria-hidden="true">
      {CLASSES.filter((kind) => counts[kind] > 0).map((kind) => (
        <i key={kind} className={kind} style={{ flexGrow: counts[kind] / Math.max(1, total) }} />
      ))}
    </div>
  )
}
