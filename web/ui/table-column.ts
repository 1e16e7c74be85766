import type { ReactNode } from 'react'

/** One column of a table: its head and its cells share one alignment (DESIGN.md, section 6). */
export interface Column<Row> {
  key: string
  /** The unit stands in the head: "Tỷ lệ, %". */
  head: string
  /** The head is only heard: a column of glyphs or boxes. */
  quiet?: boolean
  /** Pixels; the column without a width takes the rest. */
  width?: number
  align?: 'start' | 'end' | 'center'
  /** The word of the address by which the server sorts, ascending; `-` before it means descending. */
  sort?: string
  /** Always shown: it is not offered in the choice of columns. */
  fixed?: boolean
  /** Left out until somebody chooses it. */
  chosen?: false
  /** Left out while the drawer stands beside the table, or below this width of the window. */
  yields?: 'drawer' | 'narrow' | 'both'
  className?: string
  cell: (row: Row) => ReactNode
}

/** Rows under one head that can be folded, or all rows of a table without groups. */
export interface Section<Row> {
  key: string
  /** What the group row says beside its sign; a section without one is a table without groups. */
  head?: ReactNode
  /** The name of the group for whoever hears the table. */
  name?: string
  /** How many rows it has, read or not. */
  count: number
  isOpen: boolean
  /** Undefined while the row has not been read. */
  at: (index: number) => Row | undefined
  /** Reads rows, first to last, those that are not here yet; a section without it has all of its rows. */
  read?: (from: number, to: number) => Promise<readonly Row[]>
}

/** The rows in sight, a section's first to its last. */
export interface Sight {
  key: string
  from: number
  to: number
}

function* each<Row>(sections: readonly Section<Row>[]): Generator<Row, undefined> {
  for (const { isOpen, count, at } of sections) {
    for (let index = 0; isOpen && index < count; index++) {
      const row = at(index)
      if (row !== undefined) yield row
    }
  }
}

/** The rows that are here by now, in their order, or so many of them; folded ones are not. */
export function rowsRead<Row>(sections: readonly Section<Row>[], most = Infinity): Row[] {
  const rows: Row[] = []
  for (const row of each(sections)) {
    rows.push(row)
    if (rows.length >= most) break
  }
  return rows
}

/** The first of the rows that are here of which it is true; of a long list no more are looked at. */
export function findRow<Row>(sections: readonly Section<Row>[], isWanted: (row: Row) => boolean): Row | undefined {
  for (const row of each(sections)) if (isWanted(row)) return row
  return undefined
}

/** The row so many steps from another, of those that are here. */
export function rowBeside<Row extends { id: string }>(
  sections: readonly Section<Row>[],
  id: string | undefined,
  step: 1 | -1,
): Row | undefined {
  let before: Row | undefined
  for (const row of each(sections)) {
    if (step === -1 && row.id === id) return before
    if (step === 1 && before?.id === id) return row
    before = row
  }
  return undefined
}
