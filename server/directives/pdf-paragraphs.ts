import { findMarker } from '#core/reading/markers.ts'
import type { Line } from '#server/directives/pdf-lines.ts'

/** What is usual in a document, against which its lines are judged. */
export interface Measures {
  /** Left and right edge of a column. */
  edges: ReadonlyMap<number, { left: number; right: number }>
  /** From one base line to the next within a paragraph, in sizes of the letters, around a line. */
  leading: (line: Line) => number
  /** Paragraphs open away from the left edge, as Decree 30/2020/NĐ-CP has it. */
  indented: boolean
}

const FEW_LINES = 8

export function measuresOf(pages: readonly (readonly Line[])[], width: number): Measures {
  const edges = new Map<number, { left: number; right: number }>()
  const gaps: number[] = []
  const leadings = new Map<Line, number>()
  const main: Line[] = []
  for (const lines of pages) {
    const here = gapsIn(lines)
    gaps.push(...here)
    const usual = here.length < FEW_LINES ? undefined : quantile(here, 0.4)
    for (const line of lines) {
      if (usual !== undefined) leadings.set(line, usual)
      if (line.column === 0) main.push(line)
      const edge = edges.get(line.column)
      edges.set(line.column, {
        left: Math.min(edge?.left ?? line.x, line.x),
        right: Math.max(edge?.right ?? line.right, line.right),
      })
    }
  }
  // The main text of all pages has the same edges; a title that juts out does not move them.
  if (main.length > 0) {
    const left = quantile(
      main.map(({ x }) => x),
      0.05,
    )
    const right = quantile(
      main.map(({ right: end }) => end),
      0.95,
    )
    // Few lines may all be short: then the margins are taken to be alike.
    edges.set(0, { left, right: main.length < FEW_LINES ? Math.max(right, width - left) : right })
  }
  const left = edges.get(0)?.left ?? 0
  const share = main.filter((line) => isIndented(line, left)).length / Math.max(1, main.length)
  const marked = main.filter(isMarked)
  const indented = share > 0.08 && marked.filter((line) => !isIndented(line, left)).length <= marked.length * 0.4
  const leading = gaps.length > 0 ? quantile(gaps, 0.4) : 1.2
  return { edges, indented, leading: (line) => leadings.get(line) ?? leading }
}

function gapsIn(lines: readonly Line[]): number[] {
  return lines.flatMap((line, i) => {
    const next = lines[i + 1]
    const gap = next?.column === line.column ? (next.y - line.y) / line.size : 0
    return gap > 0 && gap < 3 ? [gap] : []
  })
}

function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b)
  return values[(share > 0.5 ? Math.ceil : Math.floor)((values.length - 1) * share)] ?? 0
}

/** Whether a line goes on with the paragraph of the line before it. */
export function continuesLine(
  before: Line,
  line: Line,
  newPage: boolean,
  { edges, leading: leadingAt, indented }: Measures,
): boolean {
  if (before.column !== line.column || (newPage && line.column !== 0)) return false
  const ratio = before.size / line.size
  if (ratio > 1.13 || ratio < 0.88) return false
  const leading = leadingAt(line)
  const gap = newPage ? leading : (line.y - before.y) / line.size
  // Decree 30/2020/NĐ-CP asks for 6 points between paragraphs: a third of a line.
  if (gap > leading * 1.2 || gap <= 0) return false
  const { left, right } = edges.get(line.column) ?? { left: line.x, right: line.right }
  // "Bộ Lao động / - Thương binh": a dash at the edge opens no paragraph where those are indented.
  if (/\d$/.test(before.text) && /^[-–] ?\d/.test(line.text)) return isFull(before, line, right)
  if (isMarked(line))
    return indented && !isIndented(line, left) && isFull(before, line, right) && !CLOSED.test(before.text)
  if (/\.\/\.?$/.test(before.text) || !/[\p{L}\p{N}]/u.test(before.text)) return false
  if (isCapitals(before.text) !== isCapitals(line.text) && hasLetters(before.text) && hasLetters(line.text)) {
    if (isCapitals(line.text) && line.text.includes(' ')) return false
    return (
      isFull(before, line, right) && !isIndented(line, left) && before.bold === line.bold && !CLOSED.test(before.text)
    )
  }
  const stacked =
    Math.abs(before.x + before.right - line.x - line.right) < 2 * line.size && isCentred(line, left, right)
  if (stacked && !newPage && (isCentred(before, left, right) || isFull(before, line, right)))
    return continuesTitle(before, line)
  if (isCapitals(line.text))
    return isFull(before, line, right) && (OPEN.test(before.text) || (line.column === 0 && before.text.length > 30))

  const small = /^[\p{Ll}),;]/u.test(line.text)
  if (!isFull(before, line, right)) return false
  if (small) return true
  if (indented && line.column === 0) return !isIndented(line, left) || hangs(before, line)
  if (/[;:]$/.test(before.text)) return false
  if (isIndented(line, left) && !hangs(before, line))
    return isIndented(before, left) && Math.abs(before.x - line.x) < 2 && !ENDS.test(before.text)
  return !ENDS.test(before.text) || gap <= leading * 1.1
}

function isMarked({ text }: Line): boolean {
  return findMarker(text, text) !== undefined
}

function isIndented({ x, size }: Line, left: number): boolean {
  return x - left > 0.8 * size
}

/** A line under the words, not under the number, of the line above. */
function hangs(before: Line, line: Line): boolean {
  return before.bodyX > before.x && Math.abs(line.x - before.bodyX) < 4
}

const OPEN = /(?:^| )(?:và|của|về|cho|với|các|trong|tại|do|từ|đến|,|-|–)$/iu
const CLOSED = /[.;:!?]$/
const ENDS = /[.!?…][”"’)]*$/u

/** The first word of the next line would not have fitted. */
function isFull(before: Line, line: Line, right: number): boolean {
  const word = (line.text.split(' ')[0] ?? '').length
  const room = ((line.right - line.x) * (word + 1)) / Math.max(1, line.text.length)
  // Capitals and ư are wider than the average letter.
  return before.right + 1.25 * room + 2 > right
}

function isCentred({ x, right: end, size }: Line, left: number, right: number): boolean {
  const [before, after] = [x - left, right - end]
  return before > 0.5 * size && after > 0.5 * size && Math.abs(before - after) < 2 * size
}

/** A title over several lines; but a name in capitals is one line, as are number, motto and date. */
function continuesTitle(before: Line, line: Line): boolean {
  if (before.bold !== line.bold || before.italic !== line.italic) return false
  if (/^(?:Số *:?|Độc lập)/u.test(before.text) || /^(?:Số *:|V\/v|Về việc|Độc lập|\()/u.test(line.text)) return false
  const open = OPEN.test(before.text)
  if (isCapitals(before.text))
    return open || /^(?:VÀ|CỦA|VỀ) /u.test(line.text) || (line.column === 0 && before.text.length > 30)
  return open || before.right - before.x > (line.right - line.x) * 0.6
}

/** Words in capitals, apart from numbers and symbols such as 57-NQ/TW. */
function isCapitals(text: string): boolean {
  const letters = lettersIn(text)
  return letters.length > 3 && letters === letters.toUpperCase()
}

function hasLetters(text: string): boolean {
  return lettersIn(text).length > 3
}

function lettersIn(text: string): string {
  return text.replace(/\S*[\d/]\S*/gu, '').replace(/[^\p{L}]/gu, '')
}
