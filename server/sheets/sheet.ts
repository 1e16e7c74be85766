import type { Language } from '#core/kernel/language.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'

/** What a column holds. A percent is the share: 0.4 is shown as 40%. */
export type CellKind = 'text' | 'number' | 'percent' | 'date'

export interface SheetColumn {
  head: string
  kind: CellKind
  /** In letters. */
  width: number
}

/** A value as its column takes it; a date is the day. */
export type SheetCell = string | number | PlainDate | null

/** Cells in the order of the columns, or a heading over the rows that follow. */
export type SheetRow = readonly SheetCell[] | { heading: string }

/** A list as it leaves the system: what it is, by which conditions, as of when. */
export interface Sheet {
  language: Language
  /** The name of the view; it names the sheet too. */
  title: string
  /** The conditions in words, each a sentence; none is a list without conditions. */
  filters: readonly string[]
  /** How many there are, in words, where the list says so. */
  count?: string
  asOf: Instant
  /** Everything of the demo says so. */
  demo: boolean
  columns: readonly SheetColumn[]
  rows: readonly SheetRow[]
}
