import { readDayCell } from '#core/imports/cell-deadline.ts'
import { type ColumnRole, columnsOf, type Mapping } from '#core/imports/column-role.ts'
import type { Cell, Grid } from '#core/imports/grid.ts'
import type { Header } from '#core/imports/header.ts'
import type { CellFault, FaultCode, RowKind } from '#core/imports/import.ts'
import { faultAt, type ReadTable } from '#core/imports/read-tasks.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { typeOfSymbol } from '#core/reading/document-types.ts'

/** A line of a register; everything but symbol and subject may be missing. */
export interface ReadDirective {
  /** From 0. */
  row: number
  symbol: string
  type: string
  issuer: string | null
  issuedOn: PlainDate | null
  receivedOn: PlainDate | null
  subject: string
  signerName: string | null
  urgency: string | null
}

const LONGEST_LINE = 300
const LONGEST_SUBJECT = 2000

/** The lines of a register kept in Excel. */
export function readDirectives(grid: Grid, header: Header, mapping: Mapping): ReadTable<ReadDirective> {
  const columns = columnsOf(mapping)
  const items: ReadDirective[] = []
  const faults: CellFault[] = []
  const kinds = grid.rows.map(
    (_, row): RowKind => (row < header.row ? 'above' : row < header.first ? 'header' : 'empty'),
  )
  for (let row = header.first; row < grid.rows.length; row++) {
    const cell = (role: ColumnRole): Cell => {
      const column = columns[role]
      return (column === undefined ? undefined : grid.rows[row]?.[column]) ?? { value: null, text: '' }
    }
    const fault = (role: ColumnRole, code: FaultCode) => {
      faults.push(faultAt(grid, row, columns[role] ?? 0, role, code))
    }
    const line = (role: ColumnRole, longest = LONGEST_LINE): string => {
      const text = cell(role).text.replaceAll('\n', ' ')
      if (text.length > longest) fault(role, 'too_long')
      return text
    }
    const day = (role: ColumnRole): PlainDate | null => {
      const read = readDayCell(cell(role))
      if (!read.ok) fault(role, read.failure.code)
      return read.ok ? read.value : null
    }
    const said = new Set((grid.rows[row] ?? []).map(({ text }) => text).filter((text) => text !== ''))
    if (said.size === 0) continue
    if (grid.hidden.has(row)) {
      kinds[row] = 'hidden'
      continue
    }
    // "Tháng 01/2026" across the table parts a register and is none of its lines.
    if (said.size === 1 || (said.size === 2 && cell('symbol').text === '' && cell('subject').merge)) {
      kinds[row] = 'heading'
      continue
    }
    kinds[row] = 'row'
    const symbol = line('symbol').replace(/^số:? */iu, '')
    const subject = line('subject', LONGEST_SUBJECT)
    if (symbol === '') fault('symbol', 'symbol_missing')
    if (subject === '') fault('subject', 'subject_missing')
    items.push({
      row,
      symbol,
      subject,
      type: line('type').toLowerCase() || (symbol === '' ? 'công văn' : typeOfSymbol(symbol)),
      issuer: line('issuer') || null,
      issuedOn: day('issuedOn'),
      receivedOn: day('receivedOn'),
      signerName: line('signerName') || null,
      urgency: line('urgency').toLowerCase() || null,
    })
  }
  return { items, faults, kinds }
}
