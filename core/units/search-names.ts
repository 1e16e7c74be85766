import type { NameEntry, NameIndex } from '#core/units/name-index.ts'
import { plainKey, readWords } from '#core/units/name-words.ts'
import type { Word } from '#core/units/name-words.ts'
import type { Addressee } from '#core/units/unit-ref.ts'

export interface FoundName {
  target: Addressee
  name: string
  score: number
}

/**
 * Names for what somebody is typing in a picker, best first: every word typed must begin a word of the name, of another of its names or of its
 * province; with or without accents, in any order, the last word unfinished. Accents that were typed put exact hits first ("ma" before "má").
 * What is not `offered` takes no place from what is.
 */
export function searchNames(
  index: NameIndex,
  query: string,
  limit = 12,
  offered: (target: Addressee) => boolean = () => true,
): FoundName[] {
  const typed = readWords(query)
  if (typed.length === 0) return []
  const numbers = findNumbers(index, typed)
  const key = plainKey(typed)
  const found: (FoundName & { number: number })[] = []
  for (const number of numbers) {
    const entry = index.entries[number]
    if (entry && offered(entry.target))
      found.push({ target: entry.target, name: entry.name, score: scoreOf(index, number, entry, typed, key), number })
  }
  return found
    .toSorted((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, limit)
    .map(({ target, name, score }) => ({ target, name, score }))
}

/** Entries that hold all typed words, each as the beginning of one of theirs. */
function findNumbers(index: NameIndex, typed: readonly Word[]): Iterable<number> {
  let numbers: Set<number> | undefined
  for (const { plain } of typed) {
    const holding = new Set<number>()
    for (const [word, posting] of index.postings) {
      if (!word.startsWith(plain)) continue
      for (const number of posting) if (!numbers || numbers.has(number)) holding.add(number)
    }
    numbers = holding
  }
  return numbers ?? []
}

function scoreOf(index: NameIndex, number: number, entry: NameEntry, typed: readonly Word[], key: string): number {
  let score = 0
  for (const word of typed) score += Math.max(bestWord(word, entry.words), 0.8 * bestWord(word, entry.also ?? []))
  const name = index.keys[number] ?? ''
  const whole = name.endsWith(` ${key} `) ? 0.5 : name.includes(` ${key}`) ? 0.3 : 0
  const [first] = typed
  const begins = name.startsWith(` ${key}`) ? 0.3 : first && entry.words[0]?.plain === first.plain ? 0.2 : 0
  const tier = index.tree.byId.get(entry.target.id)?.tier ?? 2
  return score / typed.length + whole + begins - tier / 20 - entry.words.length / 100
}

function bestWord(typed: Word, words: readonly Word[]): number {
  let best = 0
  for (const word of words) if (word.plain.startsWith(typed.plain)) best = Math.max(best, wordScore(typed, word))
  return best
}

/** For a word that begins like the one typed. */
function wordScore(typed: Word, name: Word): number {
  const whole = name.plain === typed.plain ? 1 : 0.8
  if (typed.marked === typed.plain) return whole
  // The tone stands at the end of `marked`: an unfinished word is compared by its letters.
  const letters = typed.marked.normalize('NFC').replace(/\p{M}+$/u, '')
  return name.marked === typed.marked ? 1.2 : name.marked.normalize('NFC').startsWith(letters) ? whole : whole / 2
}
