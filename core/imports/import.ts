import { z } from 'zod'
import { ColumnRole, ImportKind, Mapping } from '#core/imports/column-role.ts'
import { Id } from '#core/kernel/id.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { Addressee, NamedAddressee } from '#core/units/unit-ref.ts'

/** Of the table itself; what is larger is divided. */
export const MOST_ROWS = 5000
export const MOST_COLUMNS = 60
/** Groups expand: one row to every commune is 3,319 of them. */
export const MOST_ASSIGNMENTS = 20_000

/** What was expected of a cell. */
export const FaultCode = z.enum([
  'action_missing',
  'lead_missing',
  'name_unknown',
  'lead_not_below',
  'monitor_no_unit',
  'deadline_unread',
  'deadline_impossible',
  'day_unread',
  'symbol_missing',
  'subject_missing',
  /** The directive is a secret one: nothing that it orders is kept here. */
  'directive_secret',
  'too_long',
])
export type FaultCode = z.infer<typeof FaultCode>

/** A cell that cannot be taken over, as Excel names it. */
export const CellFault = z
  .object({
    sheet: z.string(),
    /** As in Excel, from 1. */
    row: z.int(),
    column: z.string(),
    /** C14. */
    cell: z.string(),
    role: ColumnRole,
    code: FaultCode,
    value: z.string(),
  })
  .meta({ id: 'CellFault' })
export type CellFault = z.infer<typeof CellFault>

/** Whom the office means by a name; nobody: the name is left out. */
const NameChoice = z.object({ written: z.string().min(1).max(2000), to: z.array(Addressee).max(50) })
export type NameChoice = z.infer<typeof NameChoice>

/** A cell of leads with several names: each leads its own assignment, or the first leads and the others cooperate. */
const LeadsChoice = z.object({ written: z.string().min(1).max(10_000), as: z.enum(['each', 'first']) })
export type LeadsChoice = z.infer<typeof LeadsChoice>

/** Which table is meant, how its columns are read, and what the office has decided about its names. */
export const ImportAsk = z.object({
  fileId: Id,
  kind: ImportKind,
  sheet: z.string().max(200),
  /** Row of the head as in Excel, from 1. */
  headerRow: z.int().min(1).max(1_048_576),
  mapping: Mapping,
  names: z.array(NameChoice).max(2000).default([]),
  leads: z.array(LeadsChoice).max(2000).default([]),
  /** Take over what the table says is done, too. */
  includeDone: z.boolean().default(false),
  /** Take over rows that the sheet hides, too. */
  includeHidden: z.boolean().default(false),
})
export type ImportAsk = z.infer<typeof ImportAsk>

/** `above` the head; `more` goes on with the row above it; `heading` says where the rows below come from. */
export const RowKind = z.enum(['above', 'header', 'heading', 'row', 'more', 'done', 'hidden', 'known', 'empty'])
export type RowKind = z.infer<typeof RowKind>

export const ImportName = z
  .object({
    written: z.string(),
    status: z.enum(['sure', 'unsure', 'unknown']),
    candidates: z.array(NamedAddressee),
    /** What the office has chosen; null while it has not, and where it need not. */
    chosen: z.array(NamedAddressee).nullable(),
    /** Where it stands, the first few. */
    cells: z.array(z.string()),
    times: z.int(),
  })
  .meta({ id: 'ImportName' })
export type ImportName = z.infer<typeof ImportName>

export const SeveralLeads = z
  .object({
    written: z.string(),
    names: z.array(z.string()),
    as: z.enum(['each', 'first']).nullable(),
    cells: z.array(z.string()),
    times: z.int(),
  })
  .meta({ id: 'SeveralLeads' })
export type SeveralLeads = z.infer<typeof SeveralLeads>

export const ImportCounts = z
  .object({
    tasks: z.int(),
    assignments: z.int(),
    /** Directives that enter the register. */
    directives: z.int(),
    /** Rows left out because the table says that they are done. */
    done: z.int(),
    /** Rows left out because the sheet hides them; the first imports did not count them. */
    hidden: z.int().default(0),
    /** Directives left out because the register has them. */
    known: z.int(),
    wrong: z.int(),
    /** Names and cells of several leads about which the office has to decide. */
    open: z.int(),
  })
  .meta({ id: 'ImportCounts' })
export type ImportCounts = z.infer<typeof ImportCounts>

/** A table that was taken over. */
export const ImportRun = z
  .object({
    id: Id,
    kind: ImportKind,
    /** Null for who may not read the file. */
    fileName: z.string().nullable(),
    sheet: z.string(),
    counts: ImportCounts,
    by: PersonRef,
    at: Instant,
  })
  .meta({ id: 'ImportRun' })
export type ImportRun = z.infer<typeof ImportRun>

export const ImportPreview = z
  .object({
    fileName: z.string(),
    sheets: z.array(z.object({ name: z.string(), rows: z.int(), columns: z.int() })),
    sheet: z.string(),
    headerRow: z.int(),
    headerRows: z.int(),
    columns: z.array(z.object({ letter: z.string(), label: z.string(), role: ColumnRole.nullable() })),
    /** Whence the meaning of the columns: said by the caller, remembered from the last table with this head, or guessed by its words. */
    mappedBy: z.enum(['given', 'remembered', 'guessed']),
    rows: z.array(z.object({ row: z.int(), kind: RowKind, cells: z.array(z.string()) })),
    faults: z.array(CellFault),
    names: z.array(ImportName),
    leads: z.array(SeveralLeads),
    directives: z.array(
      z.object({
        symbol: z.string(),
        subject: z.string(),
        issuedOn: PlainDate.nullable(),
        /** The one of the register that is meant. */
        known: Id.nullable(),
      }),
    ),
    counts: ImportCounts,
    /** When this sheet of this very file was imported before. */
    before: z.object({ at: Instant, tasks: z.int(), directives: z.int() }).nullable(),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.infer<typeof ImportPreview>
