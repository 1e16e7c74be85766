import { findMarker } from '#core/reading/markers.ts'
import { joinLines } from '#server/directives/pdf-joins.ts'
import { layOut } from '#server/directives/pdf-layout.ts'
import type { PdfPage, Run } from '#server/directives/pdf-pages.ts'

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

interface FoundLine extends Box {
  /** The base line leaves the lower left corner by so much and falls by so much for each dot to the right. */
  offset: number
  slope: number
  height: number
  /** How the line is turned on the sheet: 90 reads from the bottom to the top. */
  turned: number
  words: (Box & { text: string })[]
}

const LINE = /<span class='ocr_(?:line|header|textfloat|caption)'[^>]*title="([^"]*)"/
const WORD = /<span class='ocrx_word'[^>]*title='bbox (\d+) (\d+) (\d+) (\d+)[^']*'[^>]*>(.*?)<\/span>/
const POINTS_PER_INCH = 72
/** Lines of one type are found a little higher or lower, by the letters that are in them. */
const SAME_TYPE = 0.3

/**
 * The words that were recognised on a page, in the order of reading: columns one after the other, the lines of a paragraph joined,
 * divided words whole, in NFC. Laid out as the letters of a PDF are.
 *
 * Source  hOCR 1.2 as Tesseract writes it: a line each for `ocr_line` and `ocrx_word`
 */
export function recognisedText(hocr: string, dpi: number): string {
  const lines = foundLines(hocr)
  const page = pageOf(lines, hocr, POINTS_PER_INCH / dpi)
  return joinRagged(layOut([page]).text.normalize('NFC'))
}

/** Type that is not justified ends short of the edge: there a small letter, not an item's, says that the sentence goes on. */
function joinRagged(text: string): string {
  const joined: string[] = []
  for (const line of text.split('\n')) {
    const last = joined.at(-1)
    const goesOn = last !== undefined && /[\p{L}\p{N},-]$/u.test(last) && /^\p{Ll}/u.test(line)
    if (goesOn && findMarker(line, line) === undefined) joined[joined.length - 1] = joinLines(last, line)
    else joined.push(line)
  }
  return joined.join('\n')
}

function foundLines(hocr: string): FoundLine[] {
  const lines: FoundLine[] = []
  for (const row of hocr.split('\n')) {
    const title = LINE.exec(row)?.[1]
    if (title !== undefined) {
      const [left = 0, top = 0, right = 0, bottom = 0] = numbers(title, 'bbox')
      const [height = bottom - top] = numbers(title, 'x_size')
      const [descender = 0] = numbers(title, 'x_descenders')
      const [slope = 0, offset = -descender] = numbers(title, 'baseline')
      const [turned = 0] = numbers(title, 'textangle')
      lines.push({ left, top, right, bottom, slope, offset, height, turned, words: [] })
    }
    const word = WORD.exec(row)
    if (!word) continue
    const [left = 0, top = 0, right = 0, bottom = 0] = word.slice(1, 5).map(Number)
    const text = plain(word[5] ?? '')
    if (text !== '') lines.at(-1)?.words.push({ left, top, right, bottom, text })
  }
  return lines.filter(({ words }) => words.length > 0)
}

function pageOf(found: readonly FoundLine[], hocr: string, point: number): PdfPage {
  const [, , across = 0, down = 0] = numbers(hocr, 'bbox')
  const turned = median(found.map((line) => line.turned))
  const [width, height] = turned % 180 === 0 ? [across, down] : [down, across]
  const lines = turned === 0 ? found : found.map((line) => upright(line, turned, across, down))
  // The sheet lay askew by what most of its lines are.
  const askew = median(lines.flatMap(({ words, slope }) => words.map(() => slope)))
  const type = median(lines.flatMap(({ words, height: own }) => words.map(() => own)))
  const runs = lines.flatMap((line) =>
    line.words.map(({ text, left, right }): Run => {
      const y = line.bottom + line.offset + line.slope * ((left + right) / 2 - line.left)
      const size = Math.abs(line.height / type - 1) < SAME_TYPE ? type : line.height
      const shift = askew * y
      return {
        text,
        x: (left + shift) * point,
        right: (right + shift) * point,
        y: (y - (askew * (left + right)) / 2) * point,
        size: size * point,
        bold: false,
        italic: false,
      }
    }),
  )
  return { width: width * point, height: height * point, runs, rules: [], legacy: new Set() }
}

/** A line on a sheet that lay turned. Tesseract gives it no base line, so the slope is told from its first and last word. */
function upright(line: FoundLine, turned: number, across: number, down: number): FoundLine {
  const turn = ({ left, top, right, bottom }: Box): Box =>
    turned === 90
      ? { left: down - bottom, right: down - top, top: left, bottom: right }
      : turned === 180
        ? { left: across - right, right: across - left, top: down - bottom, bottom: down - top }
        : { left: top, right: bottom, top: across - right, bottom: across - left }
  const words = line.words.map((word) => ({ text: word.text, ...turn(word) }))
  const [first, last] = [words[0], words.at(-1)]
  const slope = first && last && last !== first ? (middle(last) - middle(first)) / (last.left - first.left) : 0
  const box = turn(line)
  return { ...line, ...box, words, slope, offset: line.offset - Math.max(0, slope) * (box.right - box.left) }
}

function middle({ top, bottom }: Box): number {
  return (top + bottom) / 2
}

function numbers(title: string, name: string): number[] {
  const found = new RegExp(`\\b${name} ([-\\d. ]+)`).exec(title)?.[1]
  return found === undefined ? [] : found.trim().split(' ').map(Number)
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function plain(marked: string): string {
  return marked
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim()
}
