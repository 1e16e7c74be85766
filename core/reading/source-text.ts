/**
 * A text as the reading works on it. `text` is NFC and otherwise as issued: every offset of a reading counts UTF-16 units in it.
 * `flat` and `low` run parallel to it, unit for unit, so that a match in them is a span of `text`: in `flat` white space and the
 * asterisks of italics are plain spaces; `low` is lower case with one style of tone placement (uỷ → ủy, hoà → hòa).
 */
export interface SourceText {
  text: string
  flat: string
  low: string
  /** Absent when there is no dictionary. */
  marks?: Marks
}

export interface Span {
  start: number
  end: number
}

/** Where phrases of an office's dictionary stand in a text; `units` and `orders` by where they begin, with where they end. */
export interface Marks {
  units: ReadonlyMap<number, number>
  orders: ReadonlyMap<number, number>
  exhortations: readonly Span[]
  never: readonly Span[]
}

const TONE_ON_LAST_VOWEL = /(?<!q)(?:u[ýỳỷỹỵ]|o[áàảãạéèẻẽẹ])(?!\p{L})/gu
const OLD_STYLE: Record<string, string> = {
  uý: 'úy',
  uỳ: 'ùy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
  oá: 'óa',
  oà: 'òa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oé: 'óe',
  oè: 'òe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
}

export function sourceText(raw: string): SourceText {
  const text = raw.normalize('NFC')
  const flat = text.replace(/[\s*\u200B\uFEFF]/g, ' ')
  return { text, flat, low: lowerInPlace(flat).replace(TONE_ON_LAST_VOWEL, (s) => OLD_STYLE[s] ?? s) }
}

/** Lower case of the same length; a letter whose lower case is longer (İ) stays as it is. */
export function lowerInPlace(s: string): string {
  const lower = s.toLowerCase()
  if (lower.length === s.length) return lower
  let out = ''
  for (let i = 0; i < s.length; i++) {
    const c = s.charAt(i).toLowerCase()
    out += c.length === 1 ? c : s.charAt(i)
  }
  return out
}

/** The span without white space (and stray asterisks) at its ends. */
export function trimSpan(source: SourceText, start: number, end: number): Span {
  while (start < end && source.flat.charCodeAt(start) === 32) start++
  while (end > start && source.flat.charCodeAt(end - 1) === 32) end--
  return { start, end }
}

/** A span as it is written, white space read as single spaces. */
export function wording(source: SourceText, span: Span): string {
  return source.flat.slice(span.start, span.end).replace(/ +/g, ' ').trim()
}
