import { type Run, type Rule } from '#server/directives/pdf-pages.ts'
import { rowsOf, textOf } from '#server/directives/pdf-lines.ts'
import { joinLines } from '#server/directives/pdf-joins.ts'

export interface Grid {
  xs: number[]
  ys: number[]
  rules: Rule[]
}

export interface Table {
  top: number
  bottom: number
  /** The lines between its columns, to find it again on the next page. */
  xs: number[]
  rows: string[][]
}

/** Rules nearer than that are one. */
const NEAR = 2.5
const MAX_CELLS = 20_000
const MAX_RULES = 4000

/** The grids that a page's rules draw: at least two columns. */
export function listGrids(drawn: readonly Rule[]): Grid[] {
  const rules = mergeRules(drawn)
  if (rules.length > MAX_RULES) return []
  const groups = groupTouching(rules)
  return groups.flatMap((group) => {
    const across = group.filter((rule) => rule.horizontal)
    const ys = distinct(across.map((rule) => rule.at))
    const down = group.filter((rule) => !rule.horizontal)
    // A row that goes on on the next page has no rule below.
    const [top, bottom] = [Math.min(...down.map((rule) => rule.from)), Math.max(...down.map((rule) => rule.to))]
    if (top < (ys[0] ?? 0) - 6) ys.unshift(top)
    if (bottom > (ys.at(-1) ?? 0) + 6) ys.push(bottom)
    const xs = distinct(down.map((rule) => rule.at))
    if (xs.length === 0 || ys.length < 2) return []
    // A table without lines at its sides: its rows say how far it goes.
    const [left, right] = [Math.min(...across.map((rule) => rule.from)), Math.max(...across.map((rule) => rule.to))]
    if (left < (xs[0] ?? 0) - 10) xs.unshift(left)
    if (right > (xs.at(-1) ?? 0) + 10) xs.push(right)
    return xs.length < 3 || xs.length * ys.length > MAX_CELLS ? [] : [{ xs, ys, rules: group }]
  })
}

export function isInside({ xs, ys }: Grid, run: Run): boolean {
  const [x, y] = [(run.x + run.right) / 2, run.y - run.size * 0.3]
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0)
}

/** The cells of a grid with their words: a cell over several columns stands once, one over several rows in its first row. */
export function tableOf(grid: Grid, runs: readonly Run[]): Table {
  const { xs, ys, rules } = grid
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const cell = mergedCells(grid, rules)
  const words = new Map<number, Run[]>()
  for (const run of runs) {
    const column = indexIn(xs, (run.x + run.right) / 2)
    const row = indexIn(ys, run.y - run.size * 0.3)
    const home = cell(row * columns + column)
    words.set(home, [...(words.get(home) ?? []), run])
  }
  const lines: string[][] = []
  for (let row = 0; row < rows; row++) {
    const line: string[] = []
    for (let column = 0; column < columns; column++) {
      const home = cell(row * columns + column)
      if (home === row * columns + column) line.push(wordsOf(words.get(home) ?? []))
      else if (Math.floor(home / columns) < row && home % columns === column) line.push('')
    }
    if (line.some((text) => text !== '')) lines.push(line)
  }
  return { top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, xs, rows: lines }
}

function wordsOf(runs: readonly Run[]): string {
  return rowsOf(runs)
    .map((row) => textOf(row.runs))
    .reduce((text, line) => (text === '' ? line : joinLines(text, line)), '')
    .replaceAll('|', '/')
}

/** The first cell of the merged cell in which a cell lies: cells between which no rule is drawn are one. */
function mergedCells({ xs, ys }: Grid, rules: readonly Rule[]): (index: number) => number {
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const parent = Array.from({ length: columns * rows }, (_, i) => i)
  const find = (index: number): number => {
    let i = index
    while (parent[i] !== undefined && parent[i] !== i) i = parent[i] ?? i
    return i
  }
  const isDrawn = (horizontal: boolean, at: number, through: number) =>
    rules.some((r) => r.horizontal === horizontal && Math.abs(r.at - at) <= NEAR && r.from < through && r.to > through)
  const unite = (a: number, b: number) => {
    const [one, other] = [find(a), find(b)]
    parent[Math.max(one, other)] = Math.min(one, other)
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column
      const middleY = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2
      const middleX = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2
      if (column + 1 < columns && !isDrawn(false, xs[column + 1] ?? 0, middleY)) unite(here, here + 1)
      if (row + 1 < rows && !isDrawn(true, ys[row + 1] ?? 0, middleX)) unite(here, here + columns)
    }
  return find
}

function indexIn(edges: readonly number[], value: number): number {
  let i = 0
  while (i + 2 < edges.length && value >= (edges[i + 1] ?? 0)) i++
  return i
}

/** Values in order, those close together once. */
function distinct(values: readonly number[]): number[] {
  const out: number[] = []
  for (const value of values.toSorted((a, b) => a - b)) if (value - (out.at(-1) ?? -1e9) > NEAR) out.push(value)
  return out
}

/** Pieces of one line, drawn cell by cell, become one rule. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  return [true, false].flatMap((horizontal) => {
    const pieces = rules.filter((rule) => rule.horizontal === horizontal)
    const places = distinct(pieces.map(({ at }) => at))
    const out: Rule[] = []
    for (const piece of pieces
      .map((rule) => ({ ...rule, at: places.findLast((place) => place <= rule.at) ?? rule.at }))
      .sort((a, b) => a.at - b.at || a.from - b.from)) {
      const last = out.at(-1)
      if (last?.at === piece.at && piece.from <= last.to + NEAR) last.to = Math.max(last.to, piece.to)
      else out.push(piece)
    }
    return out
  })
}

/** Sets of rules that cross or touch each other. */
function groupTouching(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = []
  const waiting = new Set(rules)
  for (const first of rules) {
    if (!waiting.delete(first)) continue
    const group = [first]
    for (let i = 0; i < group.length; i++)
      for (const other of waiting)
        if (group[i] && touch(group[i] ?? first, other)) {
          waiting.delete(other)
          group.push(other)
        }
    groups.push(group)
  }
  return groups
}

function touch(a: Rule, b: Rule): boolean {
  if (a.horizontal === b.horizontal) return false
  return b.at >= a.from - NEAR && b.at <= a.to + NEAR && a.at >= b.from - NEAR && a.at <= b.to + NEAR
}
