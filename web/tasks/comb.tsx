import { useTranslation } from 'react-i18next'
import type { Sibling } from '#core/tasks/answers.ts'
import { combOf, type ClassCount } from '#core/tasks/comb.ts'
import type { LatenessClass } from '#core/tasks/lateness.ts'
import { TONE } from '#web/tasks/class-glyph.tsx'
import { Figure } from '#web/tasks/figure.tsx'

const WIDTH = 392

/** The fan-out of a task as a comb: a tooth for each unit, the class at its tip, the own unit longer (DESIGN.md, section 9). */
export function CombFigure({ siblings, label }: { siblings: readonly Sibling[]; label: string }) {
  const comb = combOf(siblings)
  if (comb.kind === 'bins') return <Bins counts={comb.counts} total={comb.total} label={label} />
  const { teeth } = comb
  const step = Math.min(11.4, (WIDTH - 16) / Math.max(teeth.length, 1))
  return (
    <Figure className="comb" viewBox={`0 0 ${WIDTH} 46`} label={label}>
      <path d={`M0 6H${Math.max(16, teeth.length * step + 8)}`} stroke="var(--cham)" strokeWidth="2" />
      {teeth.map((tooth, index) => (
        <Tooth key={tooth.id} of={tooth} x={8 + index * step} />
      ))}
    </Figure>
  )
}

function Tooth({ of, x }: { of: Sibling; x: number }) {
  const tip = of.own ? 35 : TONE[of.lateness.class] === 'over' ? 28 : 22
  return (
    <g>
      <title>{of.lead.shortName}</title>
      <path
        d={`M${x} 6V${tip - (of.own ? 5 : 3.5)}`}
        stroke={of.own ? 'var(--cham)' : 'var(--cham-line)'}
        strokeWidth={of.own ? 2.5 : 1.25}
      />
      <Tip of={of.lateness.class} x={x} y={tip} size={of.own ? 5.5 : 3.4} />
    </g>
  )
}

/** The glyph of a class small enough for a tooth: its shape, without its tick. */
function Tip({ of, x, y, size }: { of: LatenessClass; x: number; y: number; size: number }) {
  const colour = `var(--${TONE[of]})`
  const triangle = `M${x} ${y - size} ${x + size} ${y + size * 0.85}H${x - size}Z`
  const hollow = { fill: 'var(--surface)', stroke: colour, strokeWidth: size > 4 ? 2 : 1.3 }
  switch (of) {
    case 'done_on_time':
      return <circle cx={x} cy={y} r={size * 0.9} fill={colour} />
    case 'done_late':
      return <path d={triangle} fill={colour} />
    case 'done_no_deadline':
      return <rect x={x - size * 0.85} y={y - size * 0.85} width={size * 1.7} height={size * 1.7} fill={colour} />
    case 'open_in_term':
      return <circle cx={x} cy={y} r={size * 0.8} {...hollow} />
    case 'open_overdue':
      return <path d={triangle} strokeLinejoin="round" {...hollow} />
    case 'open_no_deadline':
      return (
        <rect
          x={x - size * 0.8}
          y={y - size * 0.8}
          width={size * 1.6}
          height={size * 1.6}
          strokeDasharray="1.6 1.2"
          {...hollow}
        />
      )
    case 'closed_without_result':
    case 'not_counted':
      return <path d={`M${x - size} ${y}H${x + size}`} stroke={colour} strokeWidth="1.8" />
  }
}

/** Too many to tell apart: one tooth for each class, as thick as its share, with its count. */
function Bins({ counts, total, label }: { counts: readonly ClassCount[]; total: number; label: string }) {
  const { i18n } = useTranslation()
  const format = new Intl.NumberFormat(i18n.language === 'vi' ? 'vi-VN' : 'en-GB')
  const step = WIDTH / Math.max(counts.length, 1)
  return (
    <Figure className="comb bins" viewBox={`0 0 ${WIDTH} 58`} label={label}>
      <path d={`M0 6H${WIDTH}`} stroke="var(--cham)" strokeWidth="2" />
      {counts.map((bin, index) => {
        const x = 10 + index * step
        return (
          <g key={bin.class}>
            <path
              d={`M${x} 6V${bin.own ? 34 : 24}`}
              stroke={bin.own ? 'var(--cham)' : 'var(--cham-line)'}
              strokeWidth={2 + (bin.count / total) * 10}
            />
            <Tip of={bin.class} x={x} y={bin.own ? 40 : 30} size={5} />
            <text x={x + 12} y={bin.own ? 44 : 34} className={bin.own ? 'own' : undefined}>
              {format.format(bin.count)}
            </text>
          </g>
        )
      })}
    </Figure>
  )
}
