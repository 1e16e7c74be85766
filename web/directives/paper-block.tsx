import { useLayoutEffect, useRef } from 'react'
import { cutSegments, runsBy } from '#core/directives/text-segments.ts'
import type { Segment } from '#core/directives/text-segments.ts'
import { LOOK_ORDER } from '#web/directives/marks.ts'
import type { Mark } from '#web/directives/marks.ts'
import type { Block } from '#web/directives/paper-layout.ts'

/** The numbered signs in the margin: by the id of the proposal. */
export type Markers = ReadonlyMap<string, { n: number; label: string; done: boolean; start: number }>

const NO_MARKS: Mark[] = []

interface Drawing {
  marksOfBlock: ReadonlyMap<string, Mark[]>
  markers: Markers
  activeId: string | undefined
  onOpen: (id: string) => void
  onHover: (id: string | undefined) => void
}

export function PaperBlock({ block, ...drawing }: Drawing & { block: Block }) {
  const ref = useRef<HTMLParagraphElement>(null)
  const marks = drawing.marksOfBlock.get(block.key) ?? NO_MARKS
  useLayoutEffect(() => spreadMarkers(ref.current), [marks])
  const short = block.text.length < 160
  return (
    <p ref={ref} className={`pg k-${block.kind}${short ? ' short' : ''}`}>
      <Stretch start={block.start} end={block.end} text={block.text} offset={block.start} marks={marks} {...drawing} />
    </p>
  )
}

export function PaperTable({ rows, ...drawing }: Drawing & { rows: Block[] }) {
  return (
    <table className="ptbl">
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells?.map((cell) => (
              <td key={cell.start}>
                <Stretch
                  {...cell}
                  text={row.text}
                  offset={row.start}
                  marks={drawing.marksOfBlock.get(row.key) ?? []}
                  {...drawing}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface StretchProps extends Drawing {
  start: number
  end: number
  /** The text of the block, and where it begins in the whole. */
  text: string
  offset: number
  marks: Mark[]
}

/** A stretch of text with its sentences and fields. The open sentence is one frame, even where another one overlaps it. */
function Stretch({ start, end, text, offset, marks, markers, activeId, onOpen, onHover }: StretchProps) {
  const segments = cutSegments(start, end, marks)
  const isActive = (segment: Segment<Mark>) => segment.marks.some((mark) => mark.look === null && mark.of === activeId)
  return runsBy(segments, (segment) => `${isActive(segment)}`).map((run) => {
    const active = run[0] !== undefined && isActive(run[0])
    const inner = runsBy(run, sentencesOf).map((part) => {
      const [first] = part
      if (!first) return null
      const ids = first.marks.filter((mark) => mark.look === null).map((mark) => mark.of)
      const starting = ids.filter((id) => markers.get(id)?.start === first.start)
      const pieces = part.map((segment) => (
        <span key={segment.start} data-o={segment.start} className={lookOf(segment, activeId)}>
          {text.slice(segment.start - offset, segment.end - offset)}
        </span>
      ))
      if (ids.length === 0) return pieces
      return (
        <Sentence
          key={first.start}
          ids={ids}
          starting={starting}
          markers={markers}
          activeId={activeId}
          onOpen={onOpen}
          onHover={onHover}
        >
          {pieces}
        </Sentence>
      )
    })
    return active ? (
      <span key={run[0]?.start} className="sn act">
        {inner}
      </span>
    ) : (
      inner
    )
  })
}

function Sentence({
  ids,
  starting,
  markers,
  activeId,
  onOpen,
  onHover,
  children,
}: Omit<Drawing, 'marksOfBlock'> & { ids: string[]; starting: string[]; children: React.ReactNode }) {
  const [first] = ids
  // Pressing the open sentence again goes on to the next one that lies over it.
  const at = activeId === undefined ? -1 : ids.indexOf(activeId)
  const next = ids[(at + 1) % ids.length] ?? first
  return (
    // The keyboard has the numbered button in the margin; the words themselves are only a larger target for the pointer.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <span
      className="sn"
      data-sn={ids.join(' ')}
      onClick={() => {
        if (next && (getSelection()?.isCollapsed ?? true)) onOpen(next)
      }}
      onMouseEnter={() => onHover(first)}
      onMouseLeave={() => onHover(undefined)}
    >
      {starting.map((id) => {
        const marker = markers.get(id)
        if (!marker) return null
        return (
          <button
            key={id}
            type="button"
            className={`mk${marker.done ? ' ok' : ''}${id === activeId ? ' now' : ''}`}
            aria-label={marker.label}
            aria-pressed={id === activeId}
            data-mk={id}
            onClick={(event) => {
              event.stopPropagation()
              onOpen(id)
            }}
            onFocus={() => onHover(id)}
            onBlur={() => onHover(undefined)}
          >
            {marker.n}
          </button>
        )
      })}
      {children}
    </span>
  )
}

function sentencesOf(segment: Segment<Mark>): string {
  return segment.marks.flatMap((mark) => (mark.look === null ? [mark.of] : [])).join(' ')
}

/** The open proposal's own meaning of the words comes first. */
function lookOf(segment: Segment<Mark>, activeId: string | undefined): string | undefined {
  const own = segment.marks.filter((mark) => mark.of === activeId)
  const best = (marks: Mark[]) => LOOK_ORDER.find((look) => marks.some((mark) => mark.look === look))
  return best(own) ?? best(segment.marks)
}

/** Signs that would stand on one line are set side by side, outwards. */
function spreadMarkers(paragraph: HTMLElement | null): void {
  const signs = [...(paragraph?.querySelectorAll<HTMLElement>('.mk') ?? [])]
  if (signs.length < 2) return
  for (const sign of signs) sign.style.translate = ''
  const taken: { top: number; column: number }[] = []
  for (const sign of signs) {
    const top = sign.offsetTop
    let column = 0
    while (taken.some((other) => other.column === column && Math.abs(other.top - top) < 21)) column += 1
    taken.push({ top, column })
    if (column > 0) sign.style.translate = `${column * -25}px 0`
  }
}
