import { fold } from '#core/kernel/fold.ts'

/** A word as it is searched: without its accents, and as it is spelled. */
interface SearchWord {
  folded: string
  spelled: string
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u
/** What belongs to a letter and not to the tone: ă, â, ê, ô, ơ, ư. */
const OF_LETTER = '\u0302\u0306\u031B'
/** Longer words are none; keys keep a bound that indexes can hold. */
const MOST_LETTERS = 40

/**
 * The words of a text as keys of search. `folded` is what `fold` makes of it; `spelled` keeps the accents, with the tone behind the
 * syllable, so that "hoà" and "hòa" are spelled alike, and "hoa" is not.
 *
 * Shape   as many as `fold` would give, in the order of the text
 */
export function searchWords(text: string): SearchWord[] {
  const known = new Map<string, SearchWord[]>()
  const words: SearchWord[] = []
  for (const [written] of text.normalize('NFC').matchAll(WORD)) {
    let found = known.get(written)
    if (!found) known.set(written, (found = keysOf(written)))
    words.push(...found)
  }
  return words
}

function keysOf(written: string): SearchWord[] {
  // Folding may part what belongs together for the pattern above ("½" is three letters to it), and then accents say nothing.
  const parts = fold(written).split(' ')
  if (parts.length !== 1 || parts[0] === '') return parts.flatMap((part) => (part === '' ? [] : [both(part, part)]))
  return [both(parts[0] ?? '', spell(written))]
}

function both(folded: string, spelled: string): SearchWord {
  return { folded: folded.slice(0, MOST_LETTERS), spelled: spelled.slice(0, MOST_LETTERS) }
}

function spell(word: string): string {
  const letters = word.toLowerCase().normalize('NFD')
  const tone = TONE.exec(letters)?.[0] ?? ''
  return letters.replace(new RegExp(`[^\\P{M}${OF_LETTER}]`, 'gu'), '').normalize('NFC') + tone
}
