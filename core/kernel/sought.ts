import { fold } from '#core/kernel/fold.ts'
import { searchWords } from '#core/kernel/search-words.ts'

/** What a person looks for: words that follow each other. The last may still be typed. */
export interface Sought {
  folded: string
  spelled: string
  /** Whether it carries accents, and spelled alike is therefore more than alike. */
  accented: boolean
}

/** A stretch of text; `found` are words that were looked for. */
export interface FoundPart {
  text: string
  found: boolean
}

/** Commas, semicolons and quotation marks part what need not stand together. */
export function soughtIn(query: string): Sought[] {
  return query.split(/[,;"“”\n]+/u).flatMap((phrase) => {
    const words = searchWords(phrase)
    if (words.length === 0) return []
    const folded = words.map((word) => word.folded).join(' ')
    const spelled = words.map((word) => word.spelled).join(' ')
    return [{ folded, spelled, accented: spelled !== folded }]
  })
}

interface Span {
  start: number
  end: number
  /** With the accents that were typed. */
  exact: boolean
}

/** Where a text has what is sought, whatever its accents. Offsets are those of the text, which is NFC. */
export function findSought(text: string, sought: readonly Sought[]): Span[] {
  const spans = sought.flatMap((one) =>
    Array.from(text.matchAll(patternOf(one.folded)), (match): Span => {
      const spelled = searchWords(match[0])
        .map((word) => word.spelled)
        .join(' ')
      return { start: match.index, end: match.index + match[0].length, exact: spelled === one.spelled }
    }),
  )
  return spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** The whole text with the words that are sought marked in it. */
export function markSought(text: string, query: string): FoundPart[] {
  return partsOf(text, 0, text.length, findSought(text, soughtIn(query)))
}

const BEFORE = 70
const AFTER = 150

/**
 * The sentence in which a text has what is sought, cut where it is long; the first with the accents that were typed, else the first.
 *
 * Shape   `at` is the offset of the words found; undefined where there are none. `standing` says whether an offset still counts
 */
export function quoteSought(
  text: string,
  sought: readonly Sought[],
  standing: (offset: number) => boolean = () => true,
): { at: number; parts: FoundPart[] } | undefined {
  const spans = findSought(text, sought).filter(({ start }) => standing(start))
  const exact = spans.filter((span) => span.exact)
  const fitting = exact.length > 0 ? exact : spans
  // A heading that says no more than what was typed helps nobody.
  const best = fitting.find((span) => isWithinMore(text, span)) ?? fitting[0]
  if (!best) return undefined
  const before = text.slice(Math.max(0, best.start - BEFORE), best.start)
  const after = text.slice(best.end, best.end + AFTER)
  const opening = Math.max(before.lastIndexOf('\n'), before.search(/(?<=[.;:!?]\s)(?!.*[.;:!?]\s)/su) - 1)
  const closing = after.search(/[.;!?](?=\s|$)|\n/u)
  const start = opening >= 0 ? best.start - before.length + opening + 1 : wordStart(text, best.start - before.length)
  const end =
    closing >= 0 ? best.end + closing + (after[closing] === '\n' ? 0 : 1) : wordEnd(text, best.end + after.length)
  const parts = partsOf(text, start, end, spans)
  if (opening < 0 && start > 0) parts.unshift({ text: '… ', found: false })
  if (closing < 0 && end < text.length) parts.push({ text: ' …', found: false })
  return { at: best.start, parts }
}

const MORE = 20

function isWithinMore(text: string, { start, end }: Span): boolean {
  const stop = text.indexOf('\n', end)
  return (stop < 0 ? text.length : stop) - text.lastIndexOf('\n', start) > end - start + MORE
}

function partsOf(text: string, from: number, to: number, spans: readonly Span[]): FoundPart[] {
  const parts: FoundPart[] = []
  let at = from
  for (const { start, end } of spans) {
    if (start < at || end > to) continue
    if (start > at) parts.push({ text: text.slice(at, start), found: false })
    parts.push({ text: text.slice(start, end), found: true })
    at = end
  }
  if (at < to) parts.push({ text: text.slice(at, to), found: false })
  return parts
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.slice(at, at + 20).search(/\s/u)
  return space < 0 ? at : at + space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space > at - 20 ? space : at
}

/** For each letter without accents all that fold to it. */
const VARIANTS = new Map<string, string>()
for (const [from, to] of [
  [0xc0, 0x24f],
  [0x1ea0, 0x1ef9],
] as const)
  for (let code = from; code <= to; code++) {
    const letter = String.fromCharCode(code)
    const base = fold(letter)
    if (/^[a-z]$/.test(base)) VARIANTS.set(base, (VARIANTS.get(base) ?? '') + letter)
  }

/** From the beginning of a word; the last one may go on. */
function patternOf(folded: string): RegExp {
  const words = folded
    .split(' ')
    .map((word) => Array.from(word, (letter) => `[${letter}${VARIANTS.get(letter) ?? ''}]`).join(''))
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}[\\p{L}\\p{N}]*`, 'giu')
}
