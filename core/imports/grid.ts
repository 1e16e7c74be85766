import type { PlainDate } from '#core/kernel/plain-date.ts'

/** What a cell holds; a date is a day, whatever the file stores. */
export type RawValue = string | number | boolean | { day: PlainDate } | null

/** A rectangle of cells that are one on screen; rows and columns count from 0, ends included. */
export interface Merge {
  startRow: number
  startCol: number
  endRow: number
  endCol: number
}

export interface RawSheet {
  name: string
  rows: readonly (readonly RawValue[])[]
  merges: readonly Merge[]
  /** Rows that the office hides, most often by a filter. */
  hidden: readonly number[]
}

export interface Cell {
  value: RawValue
  /** As the office reads it: NFC, without blanks around lines; a day as 30/6/2026. */
  text: string
  /** The rectangle to which it belongs. */
  merge?: Merge
}

/** A sheet in which every cell of a merged rectangle holds what the rectangle shows. */
export interface Grid {
  name: string
  rows: Cell[][]
  columns: number
  /** Rows that are not to be read. */
  hidden: ReadonlySet<number>
}

const EMPTY: Cell = { value: null, text: '' }

/** Rows that are hidden are left out unless they are asked for; what a merged rectangle shows they may still hold. */
export function gridOf({ name, rows, merges, hidden }: RawSheet, includeHidden = false): Grid {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const cells = rows.map((row) => Array.from({ length: columns }, (_, at) => cellOf(row[at] ?? null)))
  for (const merge of merges) {
    const shown = cells[merge.startRow]?.[merge.startCol]
    if (!shown) continue
    for (let row = merge.startRow; row <= Math.min(merge.endRow, cells.length - 1); row++)
      for (let column = merge.startCol; column <= Math.min(merge.endCol, columns - 1); column++) {
        const line = cells[row]
        if (line) line[column] = { ...shown, merge }
      }
  }
  let last = cells.length
  while (last > 0 && cells[last - 1]?.every(({ text }) => text === '')) last--
  const left = new Set(includeHidden ? [] : hidden.filter((row) => row < last))
  return { name, rows: cells.slice(0, last), columns: lastColumn(cells.slice(0, last)), hidden: left }
}

function lastColumn(rows: readonly Cell[][]): number {
  return rows.reduce((most, row) => Math.max(most, row.findLastIndex(({ text }) => text !== '') + 1), 0)
}

function cellOf(value: RawValue): Cell {
  if (value === null || value === '') return EMPTY
  return { value, text: textOf(value) }
}

function textOf(value: RawValue): string {
  if (value === null) return ''
  if (typeof value === 'object') return dayText(value.day)
  if (typeof value === 'string') return tidy(value)
  return String(value)
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u0000', '')
    .replace(/[^\S\n]+/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** As official documents write it (Decree 30/2020, annex I): a leading zero for days 1 to 9 and months 1 and 2 only. */
export function dayText(day: PlainDate): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`
}

/** 0 is A, 26 is AA. */
export function columnLetter(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnLetter(Math.floor(at / 26) - 1) + columnLetter(at % 26)
}

export function columnAt(letter: string): number {
  return letter.split('').reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1
}

/** C14: column and row as Excel names them, both given from 0. */
export function cellName(row: number, column: number): string {
  return `${columnLetter(column)}${row + 1}`
}
