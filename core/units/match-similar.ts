import type { NameCandidate } from '#core/units/name-candidate.ts'
import type { NameEntry, NameIndex } from '#core/units/name-index.ts'
import { readWords } from '#core/units/name-words.ts'
import type { Word } from '#core/units/name-words.ts'

/** Words that more names share than this tell nothing apart (a third of all communes are called Tân, An or Phú something). */
const COMMON_FROM = 400
const LEAST_SCORE = 0.34
const MOST = 6

/** Words of every collective name and of every place. */
const STOP = new Set(readWords('các tỉnh thành phố xã phường đặc khu cấp').map((word) => word.plain))

/** Names that share rare words with what was written: suggestions for a person, when nothing else was found. */
export function findSimilar(index: NameIndex, words: readonly Word[]): NameCandidate[] {
  const shared = new Map<number, number>()
  const plain = new Set(words.map((word) => word.plain).filter((word) => !STOP.has(word)))
  for (const word of plain) {
    const posting = index.postings.get(word)
    if (!posting || posting.length > COMMON_FROM) continue
    for (const number of posting) shared.set(number, (shared.get(number) ?? 0) + weight(index, word))
  }
  const total = sum(index, plain)
  const scored: NameCandidate[] = []
  for (const [number, rare] of shared) {
    const entry = index.entries[number]
    if (!entry || isTerritorial(index, entry)) continue
    const names = new Set(entry.words.map((word) => word.plain).filter((word) => !STOP.has(word)))
    const common = [...names].filter((word) => plain.has(word) && !isRare(index, word))
    const inBoth = rare + sum(index, common)
    const score = inBoth / (total + sum(index, names) - inBoth)
    if (score >= LEAST_SCORE)
      scored.push({ target: entry.target, name: entry.name, score: score * 0.9, why: ['similar'] })
  }
  return scored.toSorted((a, b) => b.score - a.score).slice(0, MOST)
}

/** Bodies of a territory are found by their place or not at all: what they share with each other is their head. */
function isTerritorial(index: NameIndex, entry: NameEntry): boolean {
  return index.territorial.has(entry.target.id)
}

function isRare(index: NameIndex, word: string): boolean {
  return (index.postings.get(word)?.length ?? 0) <= COMMON_FROM
}

/** Inverse document frequency: a word weighs the more, the fewer names hold it; an unknown one like the rarest. */
function weight(index: NameIndex, word: string): number {
  return Math.log(1 + index.entries.length / (index.postings.get(word)?.length ?? 1))
}

function sum(index: NameIndex, words: Iterable<string>): number {
  let total = 0
  for (const word of words) total += weight(index, word)
  return total
}
