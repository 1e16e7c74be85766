import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Report } from '#core/tasks/answers.ts'
import { Figure } from '#web/tasks/figure.tsx'

const AT_MOST = 7

type Slot = { on: PlainDate; report: Report | null }

/** Progress reports as beads on the line in the order of their days: filled once the work was confirmed, hollow while only reported, a gap where one is missing. */
export function Beads({
  reports,
  missed,
  isConfirmed,
  label,
  missing,
  dayOf,
}: {
  reports: readonly Report[]
  missed: readonly PlainDate[]
  isConfirmed: boolean
  label: string
  missing: string
  dayOf: (day: PlainDate) => string
}) {
  const slots: Slot[] = [
    ...reports.map((report) => ({ on: report.reportedOn, report })),
    ...missed.map((on) => ({ on, report: null })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  // The newest stay: they say where the work stands; the list below holds all of them.
  const shown = slots.slice(-AT_MOST)
  const step = Math.min(62, 372 / Math.max(shown.length, 1))
  const xOf = (index: number) => 20 + index * step
  const line = { stroke: 'var(--cham)', strokeWidth: '2', ...(isConfirmed ? {} : { strokeDasharray: '5 3' }) }
  return (
    <Figure className="ch beads" viewBox="0 0 412 50" label={label}>
      {shown.slice(1).map((slot, index) => {
        const before = shown[index]
        const [from, to] = [xOf(index), xOf(index + 1)]
        const isWhole = before?.report && slot.report
        // Up to a gap the line stops half way.
        const d = isWhole
          ? `M${from + 10} 12H${to - 10}`
          : before?.report
            ? `M${from + 10} 12H${from + step / 2}`
            : slot.report
              ? `M${to - step / 2} 12H${to - 10}`
              : ''
        return d === '' ? null : <path key={`${slot.on}-line`} d={d} {...line} />
      })}
      {shown.map(({ on, report }, index) => (
        <g key={report?.id ?? on}>
          {report ? (
            <circle
              cx={xOf(index)}
              cy="12"
              r="7"
              fill={isConfirmed ? 'var(--cham)' : 'var(--surface)'}
              stroke="var(--cham)"
              strokeWidth="2"
            />
          ) : (
            <path
              d={`M${xOf(index) - 4} 16.5L${xOf(index) - 0.5} 7.5M${xOf(index) + 0.5} 16.5L${xOf(index) + 4} 7.5`}
              stroke="var(--over)"
              strokeWidth="2"
              strokeLinecap="round"
            />
          )}
          <text x={xOf(index)} y="34" textAnchor="middle" className={report ? 'tx' : 'mis'}>
            {report ? (report.percent === null ? '–' : `${report.percent}%`) : missing}
          </text>
          <text x={xOf(index)} y="47" textAnchor="middle">
            {dayOf(on)}
          </text>
        </g>
      ))}
    </Figure>
  )
}
