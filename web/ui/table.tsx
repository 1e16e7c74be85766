import '#web/ui/table.css'
import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import type { Column, Section, Sight } from '#web/ui/table-column.ts'
import { TableHead } from '#web/ui/table-head.tsx'
import { layLines } from '#web/ui/table-lines.ts'
import { GroupRow, TableRow } from '#web/ui/table-row.tsx'
import { useLinesInSight } from '#web/ui/use-lines-in-sight.ts'
import type { Selection } from '#web/ui/use-selection.ts'
import { useOverlays } from '#web/ui/overlay.ts'
import { useMedia } from '#web/ui/use-media.ts'
import { useStable } from '#web/ui/use-stable.ts'
import type { Density, TableLook } from '#web/ui/use-table-look.ts'
import { useTableKeys } from '#web/ui/use-table-keys.ts'

export interface TableProps<Row extends { id: string }> {
  caption: string
  look: TableLook<Row>
  sections: readonly Section<Row>[]
  /** How a row is called where it is chosen: "NV-0297.04". */
  nameOf: (row: Row) => string
  /** The row in the drawer. */
  open?: string | undefined
  onOpen?: (row: Row) => void
  onFold?: (key: string, isOpen: boolean) => void
  selection?: Selection
  sort?: string | undefined
  onSort?: (sort: string) => void
  /** The rows in sight after each scroll, so that whoever reads them in parts reads these. */
  onSight?: (sights: Sight[]) => void
  /** What is shown is from before; the new rows are on their way. */
  isBusy?: boolean
  /** Pixels, where rows hold more than lines of a list do. */
  rowHeight?: number
}

const ROW_HEIGHT: Readonly<Record<Density, number>> = { compact: 28, normal: 35, roomy: 44 }
/** Rows that are pressed by a finger. */
const TOUCH_HEIGHT = 48
const GROUP_HEIGHT = 32

/**
 * The one table of the lists (DESIGN.md, sections 6 and 11): a head that stays, one row in the tab order, choosing with Ctrl, Shift and boxes,
 * groups that fold. It scrolls in its own pane and draws only what is in sight, on paper everything.
 */
export function Table<Row extends { id: string }>(props: TableProps<Row>) {
  const { caption, look, sections, open, selection, isBusy } = props
  const pane = useRef<HTMLDivElement>(null)
  const isTouched = useMedia('(pointer: coarse)')
  const isNarrow = useMedia('(max-width: 1279px)')
  const rowHeight = props.rowHeight ?? (isTouched ? TOUCH_HEIGHT : ROW_HEIGHT[look.density])
  const lines = useMemo(
    () =>
      layLines(
        sections.map(({ head, isOpen, count }) => ({ hasHead: head !== undefined, rows: isOpen ? count : 0 })),
        { row: rowHeight, head: GROUP_HEIGHT },
      ),
    [sections, rowHeight],
  )
  const span = useLinesInSight(pane, lines)
  const keys = useTableKeys(props, lines, pane, rowHeight)
  const isGrouped = sections.some(({ head }) => head !== undefined)
  // Beside the guide there is as little room as beside the drawer, and beside both as on a narrow screen.
  const { guide } = useOverlays()
  const isWide = useMedia('(min-width: 1680px)')
  const isCramped = isNarrow || (guide && open !== undefined && !isWide)
  const isBeside = (open !== undefined || (guide && !isWide)) && !isNarrow
  const columns = useMemo(
    () => look.columns.filter((column) => stays(column, isBeside, isCramped)),
    [look.columns, isBeside, isCramped],
  )
  const width = columns.length + (selection ? 1 : 0)
  const on = useStable({
    open: (row: Row) => props.onOpen?.(row),
    fold: (key: string, isOpen: boolean) => props.onFold?.(key, isOpen),
    choose: keys.choose,
  })
  useTellSight(props, lines, span)

  const drawn = numbersOf(span.from, span.to, lines.count === 0 ? undefined : keys.active)
  return (
    <div className="sc" ref={pane}>
      <table
        className={`dt-t ${look.density}`}
        style={{ '--row': `${rowHeight}px` } as CSSProperties}
        role={isGrouped ? 'treegrid' : 'grid'}
        aria-rowcount={lines.count + 1}
        aria-multiselectable={selection ? true : undefined}
        aria-busy={isBusy}
      >
        <caption className="vh">{caption}</caption>
        <TableHead {...props} columns={columns} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the rows of a grid take the keys, here for all */}
        <tbody onKeyDown={keys.onKeyDown} onFocus={keys.onFocus} onClick={keys.onClick}>
          {/* Flat, so that a row keeps its place among the drawn ones by its key when the window moves. */}
          {drawn.flatMap((line, at) => {
            const end = (drawn[at - 1] ?? -1) + 1
            const gap = lines.topOf(line) - lines.topOf(end)
            const { section: place, row: index } = lines.placeOf(line)
            const section = sections[place]
            if (!section) return []
            const row = index === null ? undefined : section.at(index)
            const common = { line, isActive: line === keys.active }
            return [
              line > end ? <Gap key={`gap ${line}`} height={gap} width={width} /> : null,
              index === null ? (
                <GroupRow
                  key={`head ${section.key}`}
                  {...common}
                  section={section}
                  sectionKey={section.key}
                  width={width}
                  onFold={on.fold}
                />
              ) : (
                <TableRow
                  key={`${section.key} ${index}`}
                  {...common}
                  row={row}
                  columns={columns}
                  width={width}
                  level={isGrouped ? 2 : undefined}
                  isOpen={row !== undefined && row.id === open}
                  isChosen={selection && row !== undefined && selection.ids.has(row.id)}
                  name={selection && row !== undefined ? props.nameOf(row) : ''}
                  onChoose={on.choose}
                />
              ),
            ]
          })}
          <Gap height={lines.height - heightTo(lines, (drawn.at(-1) ?? -1) + 1)} width={width} />
        </tbody>
      </table>
    </div>
  )
}

/** Beside the drawer, and in a narrow window, the columns that the drawer or the row's own page says step back. */
function stays<Row>({ yields }: Column<Row>, isBeside: boolean, isNarrow: boolean): boolean {
  if (yields === undefined) return true
  return yields === 'drawer' ? !isBeside : yields === 'narrow' ? !isNarrow : !isBeside && !isNarrow
}

/** The lines in sight, and the one that has the focus or would have it, wherever it is. */
function numbersOf(from: number, to: number, active: number | undefined): number[] {
  const numbers = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
  if (active === undefined) return numbers
  if (active < from) return [active, ...numbers]
  return active >= to ? [...numbers, active] : numbers
}

function heightTo(lines: ReturnType<typeof layLines>, line: number): number {
  return line >= lines.count ? lines.height : lines.topOf(line)
}

/** The height of the lines that are not drawn. */
function Gap({ height, width }: { height: number; width: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className="gap">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- nobody sees or hears it */}
      <td colSpan={width}>
        <div style={{ height }} />
      </td>
    </tr>
  )
}

/** Says what is in sight, once the scrolling rests. */
function useTellSight<Row extends { id: string }>(
  { sections, onSight }: TableProps<Row>,
  lines: ReturnType<typeof layLines>,
  { from, to }: { from: number; to: number },
): void {
  const latest = useRef(onSight)
  useEffect(() => {
    latest.current = onSight
  })
  useEffect(() => {
    const timer = setTimeout(() => {
      const sights: Sight[] = []
      for (let line = from; line < to; line++) {
        const { section, row } = lines.placeOf(line)
        const key = sections[section]?.key
        if (row === null || key === undefined) continue
        const last = sights.at(-1)
        if (last?.key === key) last.to = row
        else sights.push({ key, from: row, to: row })
      }
      latest.current?.(sights)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [sections, lines, from, to])
}

const REST_MS = 60
