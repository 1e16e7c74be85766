import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AssignmentGroup } from '#core/tasks/assignment-list.ts'
import type { GroupedBy } from '#core/tasks/assignment-list.ts'
import type { LatenessClass } from '#core/tasks/lateness.ts'
import { type Rate, ratesOf, tally } from '#core/tasks/rates.ts'
import { NumberLink } from '#web/home/number-link.tsx'
import { useFormat } from '#web/i18n/use-format.ts'
import { settingsQuery } from '#web/settings/queries.ts'
import { ClassGlyph } from '#web/tasks/class-glyph.tsx'
import { assignmentGroupsQuery } from '#web/tasks/queries.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'
import { usePhone } from '#web/ui/use-phone.ts'

const COLUMNS = ['total', 'done_on_time', 'done_late', 'open_in_term', 'open_overdue', 'open_no_deadline'] as const
/** On a phone what the lines are ordered by stands beside the name, in sight without scrolling. */
const ON_PHONE = ['open_overdue', 'total', 'open_in_term', 'done_on_time', 'done_late', 'open_no_deadline'] as const
type Column = (typeof COLUMNS)[number]
const SHOWN = 16

interface Line {
  group: AssignmentGroup
  rate: Rate | undefined
  rank: number | null
}

/** Units, or the handlers of one's own, each with five classes; by most overdue. Ranked only where there is enough to compare. */
export function UnitSection({ by }: { by: GroupedBy & ('lead' | 'handler') }) {
  const { t } = useTranslation(['home', 'shell'])
  const format = useFormat()
  const { data, error } = useQuery(assignmentGroupsQuery({}, by))
  const { data: settings } = useQuery(settingsQuery)
  const leastN = settings?.comparedFrom ?? 30
  const lines = linesOf(data?.items ?? [], leastN)
  const shown = lines.slice(0, SHOWN)
  const isPhone = usePhone()
  const columns = isPhone ? ON_PHONE : COLUMNS
  const isRanked = by === 'lead' && !isPhone
  return (
    <section className="sec" aria-labelledby={`by-${by}`}>
      <div className="sec-h">
        <h2 id={`by-${by}`}>{t(`units.${by}.title`)}</h2>
        <p>{t(`units.${by}.text`)}</p>
        {data && data.total > 0 ? (
          <span className="meta">
            <Link to="/assignments" search={{ group: by }}>
              {t(`units.${by}.all`, { count: data.total })}
            </Link>
          </span>
        ) : null}
      </div>
      {error ? <ProblemMessage error={error} /> : null}
      {data ? null : <Loading rows={8} />}
      {data?.items.length === 0 ? <p className="mut">{t('units.empty')}</p> : null}
      {shown.length > 0 ? (
        <div className="scroll-x">
          <table className="tbl by">
            <caption className="vh">{t(`units.${by}.title`)}</caption>
            <thead>
              <tr>
                {isRanked ? (
                  <th scope="col" className="num rk">
                    {t('units.rank')}
                  </th>
                ) : null}
                <th scope="col">{t(`units.${by}.name`)}</th>
                {columns.map((column) => (
                  <th key={column} scope="col" className="num">
                    {column === 'total' ? (
                      t('units.total')
                    ) : (
                      <>
                        <ClassGlyph of={column} beside /> {t(`units.column.${column}`)}
                      </>
                    )}
                  </th>
                ))}
                <th scope="col" className="num">
                  {t('units.rate')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => (
                <Row key={line.group.key} line={line} by={by} columns={columns} isRanked={isRanked} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {by === 'lead' && lines.length > 0 ? (
        <p className="src">
          {t('units.note', { from: format.number(leastN) })}
          {lines.length > shown.length ? ` ${t('units.more', { count: lines.length - shown.length })}` : ''}
        </p>
      ) : null}
    </section>
  )
}

function Row({
  line: { group, rate, rank },
  by,
  columns,
  isRanked,
}: {
  line: Line
  by: 'lead' | 'handler'
  columns: readonly Column[]
  isRanked: boolean
}) {
  const { t } = useTranslation(['home', 'shell'])
  const format = useFormat()
  const name = group.unit?.name ?? group.person?.name ?? t('units.nobody')
  const narrowed = { [by]: group.key }
  return (
    <tr>
      {isRanked ? (
        <td className="num mut rk">{rank === null ? <span className="vh">{t('units.unranked')}</span> : rank}</td>
      ) : null}
      <th scope="row">{name}</th>
      {columns.map((column) => (
        <td key={column} className={`num${column === 'open_overdue' && group.classes[column] ? ' c-over b' : ''}`}>
          {column === 'total' ? (
            <NumberLink n={group.total} filter={narrowed} label={name} />
          ) : (
            <NumberLink
              n={group.classes[column] ?? 0}
              filter={{ ...narrowed, class: column }}
              label={`${name}, ${t(`shell:lateness.${column}`)}`}
            />
          )}
        </td>
      ))}
      <td className="num">
        {rate === undefined || rate.value === null ? (
          <span className="mut">{t('rate.none')}</span>
        ) : (
          <>
            <span className="b">{format.percent(rate.value)}</span>{' '}
            <small className="mut">{t('units.n', { n: format.number(rate.n) })}</small>
          </>
        )}
      </td>
    </tr>
  )
}

function linesOf(groups: readonly AssignmentGroup[], leastN: number): Line[] {
  const none = tally([])
  const lines = groups.map((group) => {
    const classes: Record<LatenessClass, number> = { ...none, ...group.classes }
    return { group, rate: ratesOf(classes, leastN).find(({ name }) => name === 'completion_of_due') }
  })
  const values = lines.flatMap(({ rate }) => (rate?.isRankable && rate.value !== null ? [rate.value] : []))
  const overdue = ({ group }: { group: AssignmentGroup }) => group.classes.open_overdue ?? 0
  return lines
    .map(({ group, rate }) => {
      const value = rate?.isRankable ? rate.value : null
      return { group, rate, rank: value === null ? null : 1 + values.filter((other) => other > value).length }
    })
    .toSorted((a, b) => overdue(b) - overdue(a) || b.group.total - a.group.total)
}
