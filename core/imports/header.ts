import { type ColumnRole, guessMapping, type ImportKind, NEEDED } from '#core/imports/column-role.ts'
import type { Cell, Grid } from '#core/imports/grid.ts'

export interface Header {
  /** From 0. */
  row: number
  /** One, or two where a head such as "Cơ quan thực hiện" is divided below. */
  rows: number
  /** One for each column; the words of both rows where there are two. */
  labels: string[]
  /** The first row of the table. */
  first: number
}

/** A head stands near the top: above it only the name of the office and of the table. */
const SEARCH_ROWS = 40

/** The row whose words say most about the columns; undefined where no row names what is needed. */
export function findHeader(grid: Grid, kind: ImportKind): Header | undefined {
  let best: { header: Header; score: number } | undefined
  for (let row = 0; row < Math.min(grid.rows.length, SEARCH_ROWS); row++) {
    const header = headerAt(grid, row, heightAt(grid, row))
    const score = scoreOf(guessMapping(kind, header.labels), kind)
    if (score > (best?.score ?? 1)) best = { header, score }
  }
  return best?.header
}

export function headerAt(grid: Grid, row: number, rows: number): Header {
  const labels = Array.from({ length: grid.columns }, (_, column) => {
    const texts = Array.from({ length: rows }, (_, at) => grid.rows[row + at]?.[column]?.text ?? '')
    return [...new Set(texts)]
      .filter((text) => text !== '')
      .join(' ')
      .replaceAll('\n', ' ')
  })
  let first = row + rows
  while (isNumbering(grid.rows[first])) first++
  return { row, rows, labels, first }
}

/** Two where the row below says something only beneath heads that reach over several columns: "Cơ quan thực hiện: chủ trì, phối hợp". */
export function heightAt(grid: Grid, row: number): 1 | 2 {
  const above = grid.rows[row] ?? []
  const below = grid.rows[row + 1] ?? []
  const divided = (column: number): boolean => {
    const merge = above[column]?.merge
    return merge?.startRow === row && merge.endRow === row && merge.endCol > merge.startCol
  }
  const isWhole = above.every((_, column) => divided(column))
  const said = below.flatMap(({ text, merge }, column) => (text === '' || merge?.startRow === row ? [] : [column]))
  return !isWhole && said.length > 1 && said.every(divided) ? 2 : 1
}

/** "(1) (2) (3)" below the head. */
function isNumbering(row: readonly Cell[] | undefined): boolean {
  const texts = (row ?? []).map(({ text }) => text).filter((text) => text !== '')
  const numbers = texts.map((text) => Number(/^[([]?(\d{1,2})[)\]]?$/.exec(text)?.[1] ?? Number.NaN))
  return numbers.length > 2 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
}

function scoreOf(roles: readonly (ColumnRole | null)[], kind: ImportKind): number {
  const known = new Set(roles.filter((role) => role !== null))
  return known.size + NEEDED[kind].filter((role) => known.has(role)).length
}
