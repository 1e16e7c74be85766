import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AssignmentFilterText } from '#core/tasks/assignment-filter.ts'
import type { AssignmentCounts } from '#core/tasks/assignment-list.ts'
import type { LatenessClass } from '#core/tasks/lateness.ts'
import { type Rate, ratesOf } from '#core/tasks/rates.ts'
import { NumberLink } from '#web/home/number-link.tsx'
import { useFormat } from '#web/i18n/use-format.ts'
import { settingsQuery } from '#web/settings/queries.ts'
import { ClassGlyph, wordOf } from '#web/tasks/class-glyph.tsx'
import { assignmentCountsQuery } from '#web/tasks/queries.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

const DONE = 'done_on_time,done_late'
const DUE = `${DONE},open_overdue`
/** Whose lists a rate stands for: what it counts, and of what. */
const RATES = [
  { name: 'completion_of_due', count: DONE, n: DUE },
  { name: 'on_time_of_done', count: 'done_on_time', n: DONE },
  { name: 'overdue_of_due', count: 'open_overdue', n: DUE },
] as const

/** What has been given in the reader's scope, by class, with the named rates; every number opens its list. */
export function ClassSection() {
  const { t } = useTranslation('home')
  const { data, error } = useQuery(assignmentCountsQuery({}))
  const { data: settings } = useQuery(settingsQuery)
  return (
    <section className="sec" aria-labelledby="classes-title">
      <div className="sec-h">
        <h2 id="classes-title">{t('classes.title')}</h2>
        {data ? (
          <span className="meta">
            <NumberLink n={data.total} filter={{}} label={t('classes.assignments', { count: data.total })} />{' '}
            {t('classes.ofTasks', { count: data.tasks })}
          </span>
        ) : null}
      </div>
      {error ? <ProblemMessage error={error} /> : null}
      {data ? (
        <>
          <Quad counts={data} />
          <Waiting counts={data} />
          <table className="rates">
            <caption className="vh">{t('classes.rates')}</caption>
            <tbody>
              {ratesOf(data.classes, settings?.comparedFrom ?? 30).map((rate) => (
                <RateRow key={rate.name} rate={rate} />
              ))}
            </tbody>
          </table>
        </>
      ) : (
        <Loading rows={6} />
      )}
    </section>
  )
}

function Quad({ counts }: { counts: AssignmentCounts }) {
  const { t } = useTranslation(['home', 'shell'])
  const cell = (
    kind: LatenessClass & ('done_on_time' | 'done_late' | 'open_in_term' | 'open_overdue'),
    bad = false,
  ) => (
    <div className={`c${bad && counts.classes[kind] > 0 ? ' bad' : ''}`}>
      <span>
        <ClassGlyph of={kind} beside />
        {t(`classes.cell.${kind}`)}
      </span>
      <b>
        <NumberLink n={counts.classes[kind]} filter={{ class: kind }} label={t(`shell:lateness.${kind}`)} />
      </b>
      {kind === 'open_in_term' ? (
        <small>
          <NumberLink n={counts.soon} filter={{ due: 'soon' }} label={t('classes.soon')} /> {t('classes.soon')}
        </small>
      ) : null}
    </div>
  )
  const undated = counts.classes.open_no_deadline
  return (
    <>
      <div className="q4">
        <div className="hd" />
        <div className="hd">{t('classes.inTime')}</div>
        <div className="hd">{t('classes.late')}</div>
        <div className="rh">{t('classes.done')}</div>
        {cell('done_on_time')}
        {cell('done_late')}
        <div className="rh">{t('classes.open')}</div>
        {cell('open_in_term')}
        {cell('open_overdue', true)}
      </div>
      <div className="nodl">
        <ClassGlyph of="open_no_deadline" beside />
        <span>{t('shell:lateness.open_no_deadline')}</span>
        <b>
          <NumberLink n={undated} filter={{ class: 'open_no_deadline' }} label={t('shell:lateness.open_no_deadline')} />
        </b>
        <span className="grow" />
        <span className="mut">{t('shell:lateness.done_no_deadline')}</span>
        <NumberLink
          n={counts.classes.done_no_deadline}
          filter={{ class: 'done_no_deadline' }}
          label={t('shell:lateness.done_no_deadline')}
        />
      </div>
      <div className="nodl">
        <span className="mut">{t('classes.rest')}:</span>
        {(['not_counted', 'closed_without_result'] as const).map((kind) => (
          <span key={kind} className="row">
            <ClassGlyph of={kind} beside />
            {t(`shell:lateness.${wordOf(kind)}`)}
            <NumberLink n={counts.classes[kind]} filter={{ class: kind }} label={t(`shell:lateness.${wordOf(kind)}`)} />
          </span>
        ))}
      </div>
    </>
  )
}

/** Where it stands with somebody: not answered, sent back by its lead, reported and not yet confirmed. */
function Waiting({ counts }: { counts: AssignmentCounts }) {
  const { t } = useTranslation(['home', 'tasks'])
  const lines: { key: 'issued' | 'returned' | 'reported_complete'; n: number; filter: AssignmentFilterText }[] = [
    { key: 'issued', n: counts.states['issued'] ?? 0, filter: { state: 'issued' } },
    { key: 'returned', n: counts.states['returned'] ?? 0, filter: { state: 'returned' } },
    { key: 'reported_complete', n: counts.awaiting, filter: { awaiting: 'true' } },
  ]
  return (
    <ul className="wait">
      {lines.map(({ key, n, filter }) => (
        <li key={key}>
          <span>{t(`tasks:state.${key}`)}</span> <NumberLink n={n} filter={filter} label={t(`tasks:state.${key}`)} />
        </li>
      ))}
    </ul>
  )
}

/** A rate under its name, with what it counts and of how many. */
function RateRow({ rate }: { rate: Rate }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const lists = RATES.find(({ name }) => name === rate.name)
  if (!lists) return null
  const name = t(`rate.${lists.name}`)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="f">
        <NumberLink n={rate.count} filter={{ class: lists.count }} label={t('rate.count', { name })} /> /{' '}
        <NumberLink n={rate.n} filter={{ class: lists.n }} label={t('rate.n', { name })} />
      </td>
      <td className="num">{rate.value === null ? t('rate.none') : format.percent(rate.value)}</td>
    </tr>
  )
}
