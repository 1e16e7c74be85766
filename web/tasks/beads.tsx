import type { Report } from '#core/tasks/answers.ts'
import { Figure } from '#web/tasks/figure.tsx'

const AT_MOST = 8

/** Progress reports as beads on the line in the order of recording: filled once the work was confirmed, hollow while only reported. */
export function Beads({
  reports,
  isConfirmed,
  label,
  dayOf,
}: {
  reports: readonly Report[]
  isConfirmed: boolean
  label: string
  dayOf: (report: Report) => string
}) {
  // The newest stay: they say where the work stands; the list below holds all of them.
  const shown = reports.slice(-AT_MOST)
  const step = Math.min(66, 360 / Math.max(shown.length, 1))
  const xOf = (index: number) => 20 + index * step
  return (
    <Figure className="ch beads" viewBox="0 0 392 50" label={label}>
      {shown.slice(1).map((report, index) => (
        <path
          key={report.id}
          d={`M${xOf(index) + 10} 12H${xOf(index + 1) - 10}`}
          stroke="var(--cham)"
          strokeWidth="2"
          {...(isConfirmed ? {} : { strokeDasharray: '5 3' })}
        />
      ))}
      {shown.map((report, index) => (
        <g key={report.id}>
          <circle
            cx={xOf(index)}
            cy="12"
            r="7"
            fill={isConfirmed ? 'var(--cham)' : 'var(--surface)'}
            stroke="var(--cham)"
            strokeWidth="2"
          />
          <text x={xOf(index)} y="34" textAnchor="middle" className="tx">
            {report.percent === null ? '–' : `${report.percent}%`}
          </text>
          <text x={xOf(index)} y="47" textAnchor="middle">
            {dayOf(report)}
          </text>
        </g>
      ))}
    </Figure>
  )
}
