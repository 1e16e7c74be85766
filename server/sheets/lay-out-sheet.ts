import type { Cell, CellStyle, CellValue, WriteOptions } from 'hucre/xlsx'
import type { Language } from '#core/kernel/language.ts'
import { formatInstant } from '#core/kernel/written-day.ts'
import type { CellKind, Sheet, SheetCell, SheetColumn } from '#core/sheets/sheet.ts'

const WORDS = {
  vi: {
    asOf: 'Tính đến',
    filters: 'Điều kiện',
    none: 'không lọc',
    demo: 'Số liệu minh hoạ',
    page: 'Trang',
    day: 'dd/mm/yyyy',
  },
  en: {
    asOf: 'As of',
    filters: 'Conditions',
    none: 'none',
    demo: 'Illustrative data',
    page: 'Page',
    day: 'd mmm yyyy',
  },
} as const satisfies Record<Language, Record<string, string>>

const TITLE: CellStyle = { font: { bold: true, size: 14 }, alignment: { wrapText: false } }
const NOTE: CellStyle = { font: { color: { rgb: '4A5560' } }, alignment: { wrapText: false } }
const RULE = { style: 'thin', color: { rgb: 'B5BEC6' } } as const
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E5EFF6' } },
  border: { top: RULE, bottom: RULE },
  alignment: { wrapText: true, vertical: 'center' },
}
const GROUP: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F1F4F6' } },
  alignment: { wrapText: false, vertical: 'center' },
}
/** What a cell of text may hold (Excel, "Specifications and limits"). */
const MOST_LETTERS = 32_767
/** A4 as documents are printed (Decree 30/2020): 20, 20, 30 and 15 mm, the wide margin on the left; in inches. */
const MARGINS = { top: 0.79, bottom: 0.79, left: 1.18, right: 0.59, header: 0.3, footer: 0.4 }

/** Where everything of a list stands in the workbook: head, conditions and time above, the table below, the head of the table on every page. */
export function layOutSheet(sheet: Sheet): WriteOptions {
  const words = WORDS[sheet.language]
  const conditions = sheet.filters.length === 0 ? words.none : sheet.filters.join('; ')
  const notes = [
    `${words.filters}: ${conditions}`,
    [`${words.asOf} ${formatInstant(sheet.asOf, sheet.language)}`, ...(sheet.count ? [sheet.count] : [])].join(' · '),
    ...(sheet.demo ? [words.demo] : []),
  ]
  const above: CellValue[][] = [[text(sheet.title)], ...notes.map((note) => [text(note)]), []]
  const headAt = above.length
  const rows = [...above, sheet.columns.map(({ head }) => text(head))]
  const cells = new Map<string, Partial<Cell>>()
  const style = (row: number, column: number, of: CellStyle) => cells.set(`${row},${column}`, { style: of })
  style(0, 0, TITLE)
  for (const [at] of notes.entries()) style(at + 1, 0, NOTE)
  for (const [at] of sheet.columns.entries()) style(headAt, at, HEAD)
  for (const row of sheet.rows) {
    const at = rows.length
    if ('heading' in row) {
      rows.push([text(row.heading), ...sheet.columns.slice(1).map(() => null)])
      for (const [column] of sheet.columns.entries()) style(at, column, GROUP)
      continue
    }
    rows.push(row.map((cell, column) => valueOf(cell, sheet.columns[column]?.kind ?? 'text')))
    for (const [column, cell] of row.entries())
      if (sheet.columns[column]?.kind === 'text' && isFormulaLike(cell)) style(at, column, KEPT_AS_TEXT)
  }
  const name = sheetName(sheet.title)
  return {
    properties: { title: text(sheet.title) },
    sheets: [
      {
        name,
        rows,
        columns: sheet.columns.map((column) => ({ width: column.width, style: styleOf(column, words.day) })),
        cells,
        freezePane: { rows: headAt + 1 },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          margins: MARGINS,
        },
        headerFooter: { oddFooter: `${sheet.demo ? `&L${words.demo}` : ''}&R${words.page} &P/&N` },
      },
    ],
    // Not by `printTitlesRow`, which writes the name of the sheet without quotation marks (hucre 1.0.0).
    namedRanges: [
      { name: '_xlnm.Print_Titles', range: `'${name.replaceAll("'", "''")}'!$1:$${headAt + 1}`, scope: name },
    ],
  }
}

const BODY = { wrapText: true, vertical: 'top' } as const
/** Typed over or pasted elsewhere, it would be taken for a formula; `@` says that it is text. */
const KEPT_AS_TEXT: CellStyle = { numFmt: '@', alignment: BODY }

function styleOf({ kind }: SheetColumn, day: string): CellStyle {
  switch (kind) {
    case 'text':
      return { alignment: BODY }
    case 'number':
      return { numFmt: '#,##0.##', alignment: { vertical: 'top' } }
    case 'percent':
      return { numFmt: '0%', alignment: { vertical: 'top' } }
    case 'date':
      return { numFmt: day, alignment: { vertical: 'top', horizontal: 'left' } }
  }
}

function valueOf(cell: SheetCell, kind: CellKind): CellValue {
  if (cell === null) return null
  if (typeof cell === 'number') return cell
  // A date of a workbook has no zone: hucre takes it as if it were UTC.
  return kind === 'date' ? new Date(`${cell}T00:00:00Z`) : text(cell)
}

function isFormulaLike(cell: SheetCell): boolean {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell)
}

/** What XML can hold, and no more than a cell takes. */
function text(value: string): string {
  // oxlint-disable-next-line eslint/no-control-regex
  const held = value.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return held.length > MOST_LETTERS ? `${held.slice(0, MOST_LETTERS - 1)}…` : held
}

/** A sheet is named by at most 31 letters, and some signs are refused. */
function sheetName(title: string): string {
  const name = title
    .replaceAll(/[\\/?*[\]:]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 31)
    .replaceAll(/^[' ]+|[' ]+$/g, '')
  return name === '' ? 'Sheet 1' : name
}
