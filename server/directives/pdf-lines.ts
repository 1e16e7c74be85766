import type { Run } from '#server/directives/pdf-pages.ts'

/** A line of text in its column. */
export interface Line {
  text: string
  x: number
  right: number
  y: number
  size: number
  bold: boolean
  italic: boolean
  /** Where the words begin behind a number or dash, for hanging paragraphs. */
  bodyX: number
  /** Lines of one column have one; the main text of a page has 0. */
  column: number
}

interface Segment {
  runs: Run[]
  x: number
  right: number
}

interface Row {
  runs: Run[]
  y: number
  size: number
  segments: Segment[]
}

const MARKER =
  /^(?:[-–—+*•]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđ]{1,2}|[IVXLC]{1,6})[.)]|(?:Điều|Chương|Mục|Phần) \w+\.?)$/u
/** Columns inside columns go no deeper than any page can. */
const MAX_DEPTH = 4
/** No column stands nearer to the next one, in sizes of the letters. */
const NARROW = 0.6

/** The lines of an area in the order of reading: rows from top to bottom, columns one after the other. */
export function linesIn(runs: readonly Run[], counter: { next: number }, column = 0, depth = 0): Line[] {
  const rows = rowsOf(runs)
  const lines: Line[] = []
  for (let i = 0; i < rows.length; ) {
    const band = depth < MAX_DEPTH ? bandAt(rows, i) : undefined
    if (band === undefined) {
      const row = rows[i++]
      if (row) lines.push(lineOf(row.runs, column))
      continue
    }
    const inside = rows.slice(i, band.end).flatMap((row) => row.runs)
    for (const side of [inside.filter((run) => run.x < band.cut), inside.filter((run) => run.x >= band.cut)])
      lines.push(...linesIn(side, counter, counter.next++, depth + 1))
    i = band.end
  }
  return lines
}

/** Runs on one base line, or so near to it that they are read together (raised numbers, columns set a little apart). */
export function rowsOf(runs: readonly Run[]): Row[] {
  const rows: Row[] = []
  for (const run of runs.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row && run.y - row.y <= 0.45 * Math.max(row.size, run.size)) {
      row.runs.push(run)
      // A raised figure comes first but is not what the row stands on.
      if (run.size > row.size * 1.2) row.y = run.y
      row.size = Math.max(row.size, run.size)
    } else rows.push({ runs: [run], y: run.y, size: run.size, segments: [] })
  }
  for (const row of rows) {
    row.runs.sort((a, b) => a.x - b.x)
    row.segments = segmentsOf(row)
  }
  return rows.filter((row) => row.segments.length > 0)
}

function segmentsOf({ runs, size }: Row): Segment[] {
  const segments: Segment[] = []
  for (const run of runs) {
    if (run.text.trim() === '') continue
    const last = segments.at(-1)
    if (last === undefined || (run.x - last.right > NARROW * size && !isMarker(segments, last, run, size)))
      segments.push({ runs: [run], x: run.x, right: run.right })
    else {
      last.runs.push(run)
      last.right = Math.max(last.right, run.right)
    }
  }
  return segments
}

/** The blank behind a number or dash belongs to the paragraph. */
function isMarker(segments: readonly Segment[], last: Segment, run: Run, size: number): boolean {
  return segments.length === 1 && run.x - last.right < 5 * size && MARKER.test(textOf(last.runs))
}

interface Band {
  /** Row behind the last one. */
  end: number
  /** What begins left of it is the left column. */
  cut: number
}

/** Rows from `from` on that stand in two columns; undefined where the row is a line of text. */
function bandAt(rows: readonly Row[], from: number): Band | undefined {
  const first = rows[from]
  if (!first) return undefined
  const next = rows[from + 1]
  // Columns whose lines do not stand level: the next row begins before this one can have ended.
  const level = next && isNear(first, next) && first.segments.length === 1 ? next.segments : []
  const side = [...first.segments, ...level].sort((a, b) => a.x - b.x)
  let best: (Band & { width: number }) | undefined
  for (const [i, { right }] of side.entries()) {
    const band = grow(rows, from, right, side[i + 1]?.x ?? right)
    if (band && band.width > (best?.width ?? 0)) best = band
  }
  return best
}

/** Too near for two lines of one column. */
function isNear(above: Row, below: Row): boolean {
  return below.y - above.y < 0.95 * below.size
}

function grow(rows: readonly Row[], from: number, a: number, b: number): (Band & { width: number }) | undefined {
  const first = rows[from]
  if (!first) return undefined
  const sides: [Placed[], Placed[]] = [[], []]
  const em = first.size
  let [both, end] = [0, from]
  let lastAlone: number | undefined
  for (; end < rows.length; end++) {
    const row = rows[end]
    const above = rows[end - 1]
    if (!row) break
    const middle = (a + b) / 2
    const left = row.segments.filter((s) => (s.x + s.right) / 2 < middle)
    const right = row.segments.filter((s) => (s.x + s.right) / 2 >= middle)
    const [newA, newB] = [Math.max(a, ...left.map((s) => s.right)), Math.min(b, ...right.map((s) => s.x))]
    if (newB - newA < NARROW * em) break
    const placed = ([left, right] as const).map((s) => placedOf(row, s))
    const alone = left.length === 0 ? 1 : right.length === 0 ? 0 : undefined
    const between = above !== undefined && end > from && isNear(above, row) && alone !== lastAlone
    if (alone !== undefined && !between && end > from && !belongs(placed[alone], sides[alone], both)) break
    ;[a, b] = [newA, newB]
    if (alone === undefined || between) both++
    lastAlone = alone
    for (const side of [0, 1] as const) if (placed[side]) sides[side].push(placed[side])
  }
  const width = b - a
  const two = first.segments.length <= 2
  // The fewer rows agree, the wider the gap has to be: a river of blanks in justified text is narrow and short.
  const least = both === 1 && two ? 2 : both < 2 ? Number.POSITIVE_INFINITY : both === 2 ? 1.2 : both < 6 ? 0.8 : NARROW
  return width >= least * em ? { end, cut: (a + b) / 2, width } : undefined
}

interface Placed {
  x: number
  right: number
  y: number
  size: number
}

function placedOf(row: Row, segments: readonly Segment[]): Placed | undefined {
  const [first, last] = [segments[0], segments.at(-1)]
  return first && last && { x: first.x, right: last.right, y: row.y, size: row.size }
}

/** A row that has text on one side only goes on with that column when it stands as the column does. */
function belongs(row: Placed | undefined, column: readonly Placed[], both: number): boolean {
  const last = column.at(-1)
  if (!row || !last) return false
  const gap = (row.y - last.y) / row.size
  const near = (a: number, b: number, by: number) => Math.abs(a - b) <= by
  const middle = (row.x + row.right) / 2
  // A signature leaves room for the hand and the seal.
  if (gap < 11 && column.some((one) => near((one.x + one.right) / 2, middle, 0.6 * row.size))) return true
  if (gap > 3) return false
  if (column.some((one) => near(one.x, row.x, 3) || near(one.right, row.right, 2))) return true
  const [left, right] = [Math.min(...column.map((one) => one.x)), Math.max(...column.map((one) => one.right))]
  return both >= 4 && row.x >= left - 3 && row.right <= right + 3
}

function lineOf(runs: readonly Run[], column: number): Line {
  const inked = runs.filter((run) => run.text.trim() !== '')
  const letters = (some: readonly Run[]) => some.reduce((sum, run) => sum + run.text.length, 0)
  const half = letters(inked) / 2
  const text = textOf(runs)
  const x = inked[0]?.x ?? 0
  return {
    text,
    x,
    right: Math.max(...inked.map((run) => run.right)),
    y: mostOf(inked, (run) => run.y),
    size: mostOf(inked, (run) => run.size),
    bold: letters(inked.filter((run) => run.bold)) > half,
    italic: letters(inked.filter((run) => run.italic)) > half,
    bodyX: bodyOf(inked) ?? x,
    column,
  }
}

function bodyOf(inked: readonly Run[]): number | undefined {
  for (let i = 1; i < Math.min(inked.length, 8); i++) if (MARKER.test(textOf(inked.slice(0, i)))) return inked[i]?.x
  return undefined
}

/** The value that most letters have. */
function mostOf(runs: readonly Run[], value: (run: Run) => number): number {
  const weights = new Map<number, number>()
  for (const run of runs) {
    const rounded = Math.round(value(run) * 10) / 10
    weights.set(rounded, (weights.get(rounded) ?? 0) + run.text.length)
  }
  return [...weights].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0]
}

/** Runs side by side: a blank where one is drawn, or where the gap is one. */
export function textOf(runs: readonly Run[]): string {
  let text = ''
  let right: number | undefined
  for (const run of runs) {
    if (right !== undefined && run.text.trim() !== '' && run.x - right > 0.18 * run.size) text += ' '
    text += run.text
    if (run.text.trim() !== '') right = Math.max(right ?? 0, run.right)
  }
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}
