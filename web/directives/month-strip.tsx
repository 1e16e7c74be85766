import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingState } from '#core/directives/directive.ts'
import type { RegisterCounts, StateCounts } from '#core/directives/register.ts'
import { registerCountsQuery } from '#web/directives/queries.ts'
import '#web/directives/reading-strip.css'
import { ReadingMark } from '#web/directives/reading-mark.tsx'
import { useRegisterChange } from '#web/directives/register-condition.ts'
import { useMonthName } from '#web/directives/register-words.ts'
import type { RegisterSearch } from '#web/directives/routes.tsx'
import { useFormat } from '#web/i18n/use-format.ts'
import { IconButton } from '#web/ui/button.tsx'

const IN_ORDER: readonly ReadingState[] = ['tasks-recorded', 'no-task', 'unread', 'secret']
const HEIGHT = 30

/** The register month by month: what came in, what of it gave tasks, what nobody has read yet. A month opens its list. */
export function MonthStrip({ filter }: { filter: RegisterSearch }) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const { data } = useQuery(registerCountsQuery(filter))
  const isFiltered = Object.entries(filter).some(([key, value]) => key !== 'sort' && value !== undefined)
  const { data: whole } = useQuery({ ...registerCountsQuery({}), enabled: isFiltered })
  const [overflows, setOverflows] = useState(false)
  const end = useRef<HTMLDivElement>(null)
  const last = data?.months.at(-1)?.month
  useEffect(() => {
    const strip = end.current
    if (last === undefined || !strip) return undefined
    const eye = new ResizeObserver(() => setOverflows(strip.scrollWidth > strip.clientWidth))
    eye.observe(strip)
    return () => eye.disconnect()
  }, [last])
  // The latest month is in sight, also when the way back has taken some room.
  useEffect(() => {
    if (last !== undefined && end.current) end.current.scrollLeft = end.current.scrollWidth
  }, [last, overflows])
  if (!data) return <div className="reg mon" aria-busy="true" />
  const most = Math.max(1, ...data.months.map(({ states }) => sumOf(states)))
  return (
    <div className="reg mon">
      <div>
        <b>{t('register.strip.title')}</b>
        <p>
          {isFiltered && whole
            ? t('register.strip.ofAll', { count: whole.total, n: data.total })
            : t('register.count', { count: data.total })}
          {!isFiltered && data.states.secret > 0 && ` ${t('register.ofThemSecret', { count: data.states.secret })}`}
          {'; '}
          {t('register.strip.byMonth')}
        </p>
      </div>
      <div className="mons-w">
        {overflows && (
          <IconButton
            small
            icon="left"
            label={t('register.strip.earlier')}
            onClick={() => end.current?.scrollBy({ left: -end.current.clientWidth })}
          />
        )}
        <div className="mons" ref={end}>
          <fieldset aria-label={t('register.strip.months')}>
            {data.months.map((one, at) => (
              <Month key={one.month} of={one} most={most} isFirst={at === 0} isOn={filter.month === one.month} />
            ))}
          </fieldset>
        </div>
      </div>
      <div className="rk">
        {IN_ORDER.filter((state) => state !== 'secret' || data.states.secret > 0).map((state) => (
          <span key={state}>
            <ReadingMark of={state} />
            <b className={state === 'unread' && data.states.unread > 0 ? 'c-over' : ''}>{number(data.states[state])}</b>
          </span>
        ))}
      </div>
    </div>
  )
}

function Month({
  of: { month, states },
  most,
  isFirst,
  isOn,
}: {
  of: RegisterCounts['months'][number]
  most: number
  isFirst: boolean
  isOn: boolean
}) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const name = useMonthName()
  const change = useRegisterChange()
  const total = sumOf(states)
  const said = IN_ORDER.flatMap((state) =>
    states[state] === 0 ? [] : [`${number(states[state])} ${t(`readingState.${state}`).toLocaleLowerCase('vi')}`],
  )
  const label = [`${name(month)}: ${t('register.count', { count: total })}`, ...said].join(', ')
  const year = month.endsWith('-01') || isFirst ? month.slice(0, 4) : ''
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title={label}
      onClick={() => change({ month: isOn ? undefined : month, receivedFrom: undefined, receivedTo: undefined })}
    >
      <span className="vh">{label}</span>
      <i aria-hidden="true">{total === 0 ? '' : number(total)}</i>
      <svg width="22" height={HEIGHT} viewBox={`0 0 22 ${HEIGHT}`} aria-hidden="true">
        <path d={`M0 ${HEIGHT - 0.5}h22`} stroke="var(--line-2)" />
        <Bars states={states} most={most} />
      </svg>
      <span aria-hidden="true">
        {Number(month.slice(5))}
        {year && <small>/{year}</small>}
      </span>
    </button>
  )
}

/** The shapes of the reading register side by side: a full column has tasks, a thin one has none, a hollow one waits, a dotted one is secret. */
function Bars({ states, most }: { states: StateCounts; most: number }) {
  const high = (n: number) => (n === 0 ? 0 : Math.max(2.5, ((HEIGHT - 2) * n) / most))
  const [tasks, none, unread, secret] = IN_ORDER.map((state) => high(states[state]))
  return (
    <>
      {tasks ? <rect x="1" y={HEIGHT - 1 - tasks} width="6" height={tasks} fill="var(--cham)" /> : null}
      {none ? <path d={`M10.5 ${HEIGHT - 1}v${-none}`} stroke="var(--line-3)" strokeWidth="2" /> : null}
      {unread ? (
        <rect x="13.5" y={HEIGHT - 1.5 - unread} width="3.5" height={unread} fill="none" stroke="var(--over)" />
      ) : null}
      {secret ? (
        <path d={`M20 ${HEIGHT - 1}v${-secret}`} stroke="var(--ink-3)" strokeWidth="2" strokeDasharray="2 1.5" />
      ) : null}
    </>
  )
}

function sumOf(states: StateCounts): number {
  return Object.values(states).reduce((sum, n) => sum + n, 0)
}
