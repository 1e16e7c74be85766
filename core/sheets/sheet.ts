import { z } from 'zod'
import { Language } from '#core/kernel/language.ts'
import { Instant } from '#core/kernel/plain-date.ts'

/** What a column holds. A percent is the share: 0.4 is shown as 40%. */
export const CellKind = z.enum(['text', 'number', 'percent', 'date'])
export type CellKind = z.infer<typeof CellKind>

/** `width` is in letters. */
export const SheetColumn = z.object({ head: z.string(), kind: CellKind, width: z.number() })
export type SheetColumn = z.infer<typeof SheetColumn>

/** A value as its column takes it; a date is the day, `YYYY-MM-DD`. */
export const SheetCell = z.union([z.string(), z.number(), z.null()])
export type SheetCell = z.infer<typeof SheetCell>

/** Cells in the order of the columns, or a heading over the rows that follow. */
export const SheetRow = z.union([z.array(SheetCell), z.object({ heading: z.string() })])
export type SheetRow = z.infer<typeof SheetRow>

/** A list as it leaves the screen, for Excel and for paper alike: what it is, by which conditions, as of when. */
export const Sheet = z
  .object({
    language: Language,
    /** The name of the view; it names the sheet too. */
    title: z.string(),
    /** The conditions in words; none is a list without conditions. */
    filters: z.array(z.string()),
    /** How many there are, in words. */
    count: z.string().nullable(),
    asOf: Instant,
    /** Everything of the demo says so. */
    demo: z.boolean(),
    columns: z.array(SheetColumn),
    rows: z.array(SheetRow),
  })
  .meta({ id: 'Sheet' })
export type Sheet = z.infer<typeof Sheet>

/** A longer list is narrowed first: nobody reads further, and a workbook of this length opens at once. */
export const MOST_SHEET_ROWS = 20_000
