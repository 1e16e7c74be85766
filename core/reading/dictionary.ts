import { type SourceText, sourceText, type Span } from '#core/reading/source-text.ts'
import { listTokens, Phrases, type Token } from '#core/reading/tokens.ts'
import { findNamedUnits } from '#core/reading/units-named.ts'
import { saysEnough } from '#core/units/fixed-phrase.ts'

/** What an office adds to the words that reading knows by itself. Phrases are given as they are written; how they are compared is said below. */
export interface Dictionary {
  /** Names of bodies: in the place of a lead they are one. A name that begins with a capital is only that with a capital in the text. */
  units: readonly string[]
  /** Words that open an order, as "giao" and "đề nghị" do. */
  orders: readonly string[]
  /** A sentence with one of these is an exhortation, whatever else it says. */
  exhortations: readonly string[]
  /** A sentence with one of these is proposed as nothing. */
  never: readonly string[]
}

export const EMPTY_DICTIONARY: Dictionary = { units: [], orders: [], exhortations: [], never: [] }

/** Behind a name this makes a clause of it, whatever the name is. */
const PREDICATE = ' có trách nhiệm báo cáo'

/**
 * The text with the places of the dictionary's phrases. With an empty dictionary it is the text itself. Phrases are found word by word, within one
 * paragraph, whatever their case, tone placement (hoà, hòa) and white space; linear in the text.
 */
export function markPhrases(source: SourceText, paragraphs: readonly Span[], dictionary: Dictionary): SourceText {
  const { units, orders, exhortations, never } = dictionary
  if (units.length + orders.length + exhortations.length + never.length === 0) return source
  const [named, opening, exhorting, silent] = [units, orders, exhortations, never].map(phrasesOf)
  const marks = {
    units: new Map<number, number>(),
    orders: new Map<number, number>(),
    exhortations: [] as Span[],
    never: [] as Span[],
  }
  for (const paragraph of paragraphs) {
    const tokens = listTokens(source, paragraph.start, paragraph.end)
    for (const [at, token] of tokens.entries()) {
      const endOf = (found: { length: number } | undefined) => tokens[at + (found?.length ?? 0) - 1]?.end ?? token.end
      const name = named?.findAt(tokens, at)
      if (name && isWritten(name.tag, token)) marks.units.set(token.start, endOf(name))
      const order = opening?.findAt(tokens, at)
      if (order) marks.orders.set(token.start, endOf(order))
      const exhorts = exhorting?.findAt(tokens, at)
      if (exhorts) marks.exhortations.push({ start: token.start, end: endOf(exhorts) })
      const nothing = silent?.findAt(tokens, at)
      if (nothing) marks.never.push({ start: token.start, end: endOf(nothing) })
    }
  }
  return { ...source, marks }
}

/** Whether a phrase of the list stands within the span. The list is in the order of the text. */
export function hasMark(marks: readonly Span[] | undefined, span: Span): boolean {
  if (!marks) return false
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((marks[middle]?.start ?? 0) < span.start) low = middle + 1
    else high = middle
  }
  return (marks[low]?.end ?? Number.POSITIVE_INFINITY) <= span.end
}

/** Those that reading does not take for the name of one body by itself. With only these in it, a dictionary adds and changes nothing else. */
export function listUnknownNames(names: Iterable<string>): string[] {
  const unknown = new Set<string>()
  for (const name of names) {
    const text = name.normalize('NFC').trim()
    if (!saysEnough('unit', text)) continue
    const named = findNamedUnits(tokensOf(text + PREDICATE), 0)
    const [first] = named?.units ?? []
    const isKnown = named?.units.length === 1 && first?.start === 0 && first.end === text.length
    if (!isKnown) unknown.add(text)
  }
  return [...unknown]
}

function tokensOf(phrase: string): Token[] {
  const source = sourceText(phrase)
  return listTokens(source, 0, source.text.length)
}

/** Each under itself as it is written. */
function phrasesOf(list: readonly string[]): Phrases | undefined {
  if (list.length === 0) return undefined
  return new Phrases(Object.fromEntries(list.map((phrase) => [phrase, sourceText(phrase).low.replaceAll('|', ' ')])))
}

function isWritten(name: string, token: Token): boolean {
  const [first, ...more] = tokensOf(name)
  if (first?.acronym && more.length === 0) return token.acronym
  return !first?.capital || token.capital
}
