import { findMarker, type Marker } from '#core/reading/markers.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'
import { opensPredicate } from '#core/reading/vocabulary.ts'

/** A logical line: what the source's hard wraps had cut is one paragraph again. `body` is where the words behind the marker begin. */
export interface Paragraph extends Span {
  marker: Marker | undefined
  body: number
  row: boolean
  /** A line "[…]" stands before it: the source left something out. */
  afterGap: boolean
}

interface Line extends Span {
  flat: string
  marker: Marker | undefined
}

/** Words behind which no line of an official text ends its paragraph. */
const OPEN_END =
  /(?:^| )(?:và|hoặc|của|các|những|với|về|tại|theo|trong|cho|do|từ|đến|là|được|bị|để|nhằm|vì|nên|mà|cùng|trên|dưới|ngoài|giữa|sau|trước|khi|như|bằng|qua|vào|ra|có|không|đã|sẽ|đang|một|hai|ba|nhân|gồm|thuộc)$/u
/** Behind these a number follows. */
const OPEN_NUMBER = /(?:^| )(?:ngày|tháng|năm|số|điều|khoản|điểm|mục|thứ|giai đoạn|quý)$/u
/** A name begins with these when they are written with a capital: "Ủy ban" – "nhân dân", and not "Sở Nội vụ". */
const OPEN_NAME =
  /(?:^| )(?:Bộ|Sở|Ban|Hiệp hội|Ủy ban|Uỷ ban|Văn phòng|Trung tâm|Hội đồng|Công ty|Tổng cục|Cục|Vụ|Viện|Hội|Đài|Tổng công ty|Liên minh|Liên đoàn|Chi cục|Công an)$/u
const ENDS = /[.;:!?…]["”’)]*$/u

export function listParagraphs(source: SourceText): Paragraph[] {
  const lines = joinTableLines(listLines(source))
  const width: Widths = { line: wrapWidth(lines), first: firstWidth(lines) }
  const out: Paragraph[] = []
  let current: Paragraph | undefined
  let previous: Line | undefined
  let gap = false
  for (const line of lines) {
    if (line.flat === '' || /^[_=\-–. ]+$/u.test(line.flat)) {
      if (line.flat !== '') previous = undefined
      continue
    }
    if (/^\[(?:…|\.\.\.)\]$/u.test(line.flat)) {
      previous = undefined
      gap = true
      continue
    }
    if (current && previous && continues(current, previous, line, width)) {
      if (current.body >= current.end) current.body = line.start
      current.end = line.end
    } else {
      current = {
        start: line.start,
        end: line.end,
        marker: line.marker,
        body: line.start + (line.marker?.length ?? 0),
        row: line.flat.startsWith('|'),
        afterGap: gap,
      }
      out.push(current)
      gap = false
    }
    previous = line
  }
  return out
}

/** A row of a table broken over lines has fewer bars than the first row of its table: its lines become one. */
function joinTableLines(lines: readonly Line[]): Line[] {
  const out: Line[] = []
  let bars = 0
  for (const line of lines) {
    const last = out.at(-1)
    const row = line.flat.startsWith('|')
    if (!last?.flat.startsWith('|')) bars = row ? countBars(line.flat) : 0
    else if (bars > 3 && line.flat !== '' && !line.flat.startsWith('[')) {
      const have = countBars(last.flat)
      const more = countBars(line.flat)
      const whole = have >= bars - 1 || /^\| *(?:\d+(?:\.\d+)?|[IVX]+)[. ]*\|/u.test(line.flat)
      if (!whole && have > 2 && more > 0 && have + more <= bars + 2) {
        last.end = line.end
        last.flat = `${last.flat} ${line.flat}`
        continue
      }
    }
    out.push({ ...line })
  }
  return out
}

function countBars(s: string): number {
  return s.split('|').length - 1
}

function listLines(source: SourceText): Line[] {
  const out: Line[] = []
  let at = 0
  while (at <= source.text.length) {
    let stop = source.text.indexOf('\n', at)
    if (stop < 0) stop = source.text.length
    let start = at
    let end = stop
    while (start < end && source.flat.charCodeAt(start) === 32) start++
    while (end > start && source.flat.charCodeAt(end - 1) === 32) end--
    const flat = source.flat.slice(start, end)
    out.push({ start, end, flat, marker: findMarker(flat, source.text.slice(at, Math.min(stop, at + 12))) })
    at = stop + 1
  }
  return out
}

/** The width at which the source wraps its lines; 0 when every paragraph stands on one line. */
function wrapWidth(lines: readonly Line[]): number {
  const lengths = lines.filter((l) => l.flat !== '' && !l.flat.startsWith('|')).map((l) => l.flat.length)
  if (lengths.length < 8) return 0
  lengths.sort((a, b) => a - b)
  const wide = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  return wide <= 130 ? wide : 0
}

interface Widths {
  line: number
  first: number
}

/** First lines of numbered paragraphs are often cut shorter than the rest: the width at which that happens. */
function firstWidth(lines: readonly Line[]): number {
  const lengths: number[] = []
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]
    if (line?.marker && /^\p{Ll}/u.test(lines[i + 1]?.flat ?? '') && !ENDS.test(line.flat))
      lengths.push(line.flat.length)
  }
  lengths.sort((a, b) => a - b)
  return lengths.length < 4 ? 0 : (lengths[Math.floor(lengths.length * 0.5)] ?? 0)
}

function continues(current: Paragraph, previous: Line, line: Line, widths: Widths): boolean {
  const width = widths.line
  if (current.row) return !previous.flat.endsWith('|') || (!line.flat.startsWith('|') && line.flat.endsWith('|'))
  if (line.flat.startsWith('|')) return false
  const before = previous.flat
  const first = line.flat.charAt(0)
  if (line.marker?.kind === 'dash' && /\d$/u.test(before) && /^[-–] *\d/u.test(line.flat)) return true
  if (line.marker) return line.marker.kind === 'row' ? /(?:ngày|tháng|năm|số)$/u.test(before.toLowerCase()) : false
  if (current.body >= current.end && current.marker?.kind !== 'row') return true
  if (/\.\/\.?$/u.test(before)) return false
  if (ENDS.test(before)) return /^\p{Ll}/u.test(first) && !before.endsWith(':') && width > 0
  if (/[,(–-]$/u.test(before)) return true
  if (/^[\p{Ll}),.;:%/]/u.test(first)) return true
  if (OPEN_END.test(before.toLowerCase()) || OPEN_NAME.test(before)) return true
  if (OPEN_NUMBER.test(before.toLowerCase()) && /^(?:\d|[IVX]+(?:\P{L}|$))/u.test(line.flat)) return true
  if (isCapitals(before) || isCapitals(line.flat)) return isCapitals(before) && isCapitals(line.flat) && width > 0
  if (width === 0) return false
  const written = /^(?:số|kính gửi)/u.test(before.toLowerCase())
  const tail = before.lastIndexOf('(')
  if (tail > before.lastIndexOf(')')) return true
  if (opensPredicate(line.flat)) return before.length > width * 0.8
  if (previous.marker && widths.first > 0 && before.length >= widths.first * 0.8 && before.length <= widths.first * 1.3)
    return !/[:]$/u.test(before)
  if (!current.marker && !written && before.split(' ').length > 3) return true
  return before.length >= width * 0.55
}

export function isCapitals(s: string): boolean {
  const letters = s.replace(/[^\p{L}]/gu, '')
  return letters.length > 1 && letters === letters.toUpperCase()
}
