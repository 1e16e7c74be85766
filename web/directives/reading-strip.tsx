// oxlint-disable jsx-a11y/prefer-tag-over-role -- a drawing that follows the colours of the page is no <img>
import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DirectiveRow, ReadingState } from '#core/directives/directive.ts'
import { registerQuery } from '#web/directives/queries.ts'
import { ReadingMark } from '#web/directives/reading-mark.tsx'
import '#web/directives/reading-strip.css'
import { useFormat } from '#web/i18n/use-format.ts'

const SHOWN = 200
const BASE = 24
const LABEL_WIDTH = 76
const IN_ORDER: readonly ReadingState[] = ['tasks-recorded', 'no-task', 'unread']

/** Every directive received lately as one line, so that it is seen at a glance that all were read; `current` is the one on screen. */
export function ReadingStrip({ current }: { current?: string }) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const { data } = useQuery(registerQuery({}, SHOWN))
  if (!data || data.items.length === 0) return null
  const rows = data.items.filter(({ secrecy }) => secrecy === null).toReversed()
  const { states } = data
  const label = t('register.strip.label', {
    total: number(states.unread + states['tasks-recorded'] + states['no-task']),
    tasks: number(states['tasks-recorded']),
    none: number(states['no-task']),
    unread: number(states.unread),
  })
  return (
    <div className="reg">
      <div>
        <b>{t('register.strip.title')}</b>
        <p>{t('register.strip.text', { count: rows.length })}</p>
      </div>
      <Drawing rows={rows} current={current} label={label} />
      <div className="rk">
        {IN_ORDER.map((state) => (
          <span key={state}>
            <ReadingMark of={state} />
            <b className={state === 'unread' ? 'c-over' : ''}>{number(states[state])}</b>
          </span>
        ))}
      </div>
    </div>
  )
}

/** Drawn in the width that there is, so that its letters keep their size. */
function Drawing({ rows, current, label }: { rows: DirectiveRow[]; current: string | undefined; label: string }) {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const sizes = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    if (frame.current) sizes.observe(frame.current)
    return () => sizes.disconnect()
  }, [])
  return (
    <div ref={frame} className="strip-d">
      {width > 0 && (
        <svg className="ch" width={width} height="44" viewBox={`0 0 ${width} 44`} role="img" aria-label={label}>
          <Ticks rows={rows} current={current} width={width} />
        </svg>
      )}
    </div>
  )
}

function Ticks({ rows, current, width }: { rows: DirectiveRow[]; current: string | undefined; width: number }) {
  const { day } = useFormat()
  const step = Math.min(14, width / rows.length)
  const wide = Math.min(3.5, step * 0.7)
  const labelled = labelsOf(rows, step)
  return rows.map((row, at) => {
    const x = at * step
    return (
      <g key={row.id}>
        {row.readingState === 'no-task' && <path d={`M${x + 1.5} 20v4`} stroke="var(--line-3)" strokeWidth="1" />}
        {row.readingState === 'tasks-recorded' && (
          <rect x={x} y={BASE - heightOf(row)} width={wide} height={heightOf(row)} fill="var(--cham)" />
        )}
        {row.readingState === 'unread' && (
          <rect x={x + 0.5} y="15.5" width={wide} height="8" fill="none" stroke="var(--over)" strokeWidth="1" />
        )}
        {row.id === current && <path d={`M${x + 1.7} 26l3 4.5h-6z`} fill="var(--cham)" />}
        {labelled.has(at) && (
          <text x={x} y="41">
            {day(row.receivedOn)}
          </text>
        )}
      </g>
    )
  })
}

/** The first of each day gets its date, as long as the date before does not reach into it. */
function labelsOf(rows: DirectiveRow[], step: number): Set<number> {
  const labelled = new Set<number>()
  let end = -1
  rows.forEach((row, at) => {
    if (row.receivedOn === rows[at - 1]?.receivedOn || at * step <= end) return
    labelled.add(at)
    end = at * step + LABEL_WIDTH
  })
  return labelled
}

function heightOf(row: DirectiveRow): number {
  return Math.min(22, 3 + row.tasks * 2.6)
}
