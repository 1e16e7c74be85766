import { withoutFurniture } from '#server/directives/pdf-furniture.ts'
import { joinLines } from '#server/directives/pdf-joins.ts'
import { type Line, linesIn } from '#server/directives/pdf-lines.ts'
import type { PdfPage, Run } from '#server/directives/pdf-pages.ts'
import { continuesLine, type Measures, measuresOf } from '#server/directives/pdf-paragraphs.ts'
import { isInside, listGrids, tableOf, type Table } from '#server/directives/pdf-tables.ts'

export interface PageSpan {
  start: number
  end: number
}

type Block = { line: Line } | { table: Table }

/** The text of a document: paragraphs whole, tables as rows `| a | b |`, without page numbers; and where each page lies in it. */
export function layOut(raw: readonly PdfPage[]): { text: string; pages: PageSpan[] } {
  const pages = withoutFurniture(raw)
  const counter = { next: 1 }
  const blocks = pages.map((page) => blocksOf(page, counter))
  const lines = blocks.map((list) => list.flatMap((block) => ('line' in block ? [block.line] : [])))
  const measures = measuresOf(lines, pages[0]?.width ?? 0)
  return new Writer(measures).write(blocks)
}

function blocksOf(page: PdfPage, counter: { next: number }): Block[] {
  const grids = listGrids(page.rules)
  const held = grids.map((): Run[] => [])
  const free = page.runs.filter((run) => {
    const i = grids.findIndex((grid) => isInside(grid, run))
    if (i < 0) return true
    held[i]?.push(run)
    return false
  })
  const tables = grids
    .map((grid, i) => tableOf(grid, held[i] ?? []))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => a.top - b.top)
  const out: Block[] = []
  let rest = free
  for (const table of tables) {
    out.push(
      ...linesIn(
        rest.filter((run) => run.y < table.top + 2),
        counter,
      ).map((line) => ({ line })),
    )
    out.push({ table })
    rest = rest.filter((run) => run.y >= table.top + 2)
  }
  return [...out, ...linesIn(rest, counter).map((line) => ({ line }))]
}

/** Puts the blocks one behind the other. */
class Writer {
  readonly #measures: Measures
  readonly #pieces: string[] = []
  #length = 0
  #last: { line: Line; page: number } | undefined
  #table: { table: Table; head: string } | undefined

  constructor(measures: Measures) {
    this.#measures = measures
  }

  write(pages: readonly Block[][]): { text: string; pages: PageSpan[] } {
    const spans: PageSpan[] = []
    for (const [number, blocks] of pages.entries()) {
      const start = this.#length === 0 ? 0 : this.#length + 1
      for (const [i, block] of blocks.entries()) {
        if ('line' in block) this.#addLine(block.line, number)
        else this.#addTable(block.table, i === 0)
      }
      // A page without words is a picture: what stands before it does not go on behind it.
      if (blocks.length === 0) this.#last = this.#table = undefined
      spans.push({ start, end: this.#length })
    }
    const text = this.#pieces.join('')
    const within = (at: number) => Math.min(at, text.length)
    return { text, pages: spans.map(({ start, end }) => ({ start: within(start), end: within(Math.max(start, end)) })) }
  }

  #push(line: string): void {
    const piece = this.#pieces.length === 0 ? line : `\n${line}`
    this.#pieces.push(piece)
    this.#length += piece.length
  }

  #replaceLast(piece: string): void {
    this.#length += piece.length - (this.#pieces.at(-1) ?? '').length
    this.#pieces[this.#pieces.length - 1] = piece
  }

  #addLine(line: Line, page: number): void {
    const last = this.#last
    const piece = this.#pieces.at(-1)
    if (last && piece !== undefined && continuesLine(last.line, line, last.page !== page, this.#measures)) {
      const joined = joinLines(piece, line.text)
      // The end of the paragraph stays a piece of its own: a paragraph of a whole document would be copied with every line.
      this.#replaceLast(joined.slice(0, joined.length - line.text.length))
      this.#pieces.push(line.text)
      this.#length += line.text.length
    } else this.#push(line.text)
    this.#last = { line, page }
    this.#table = undefined
  }

  /** A table that goes on on the next page repeats its head, and may go on inside a row. */
  #addTable(table: Table, first: boolean): void {
    const earlier = this.#table
    const goesOn = first && earlier !== undefined && sameColumns(earlier.table.xs, table.xs)
    const rows = [...table.rows]
    if (goesOn && rows[0]?.join('|') === earlier.head) rows.shift()
    const row = rows[0]
    const last = earlier?.table.rows.at(-1)
    if (goesOn && row && last?.length === row.length && row[0] === '' && row.some((cell) => /^\p{Ll}/u.test(cell))) {
      const joined = row.map((cell, i) => joinCells(last[i] ?? '', cell))
      this.#replaceLast(`\n${rowText(joined)}`)
      if (rows.length === 1) table.rows[table.rows.length - 1] = joined
      rows.shift()
    }
    for (const cells of rows) this.#push(rowText(cells))
    this.#last = undefined
    this.#table = { table, head: goesOn ? earlier.head : (table.rows[0]?.join('|') ?? '') }
  }
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function joinCells(above: string, below: string): string {
  return above === '' || below === '' ? above + below : joinLines(above, below)
}

function sameColumns(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] ?? 0)) < 4)
}
