import { z } from 'zod'
import type { TargetFields } from '#core/directives/proposal.ts'
import { fold } from '#core/kernel/fold.ts'
import { Id } from '#core/kernel/id.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { LatenessClass } from '#core/tasks/lateness.ts'

/** Why two are taken for the same: the share of their words, and what else they have in common. */
export const Likeness = z
  .object({ share: z.number().min(0).max(1), sameLead: z.boolean(), sameDue: z.boolean(), sameQuote: z.boolean() })
  .meta({ id: 'Likeness' })
export type Likeness = z.infer<typeof Likeness>

/** A task, or an accepted target, that says what a proposal says. */
export const LookAlike = z
  .object({
    proposalId: Id,
    kind: z.enum(['task', 'target']),
    /** Of the task; of a target, the proposal that was accepted. */
    id: Id,
    code: z.string().nullable(),
    words: z.string(),
    directiveId: Id.nullable(),
    symbol: z.string().nullable(),
    citation: z.string().nullable(),
    /** Last day on time; null where there is none. */
    dueOn: PlainDate.nullable(),
    /** As a target gives it, which may be no day. */
    due: z.string().nullable(),
    /** Of the assignment that is worst off. */
    class: LatenessClass.nullable(),
    likeness: Likeness,
  })
  .meta({ id: 'LookAlike' })
export type LookAlike = z.infer<typeof LookAlike>

export interface ToDo {
  /** Folded words of action and deliverable, as a task keeps them. */
  folded: string
  /** The sentence it comes from. */
  quote: string | null
  /** Units that lead, as far as they are known. */
  leads: ReadonlySet<string>
  dueOn: PlainDate | null
}

/** How much a pair of words tells. */
export type Weight = (shingle: string) => number

/** Enough by itself; less needs the same lead or the same day beside it. */
const ALIKE = 0.75
const ALIKE_WITH_MORE = 0.6
/** A shorter sentence ("Báo cáo Bộ trước ngày 20") comes back in directives that have nothing to do with each other. */
const LEAST_QUOTE = 40

/** Pairs of neighbouring words: in Vietnamese the word, where one syllable is not. */
export function shinglesOf(folded: string): Set<string> {
  const words = folded.split(' ').filter((word) => word !== '')
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`))
}

/**
 * Weighs a pair of words by how few of all tasks hold it: what stands in every order ("báo cáo", "kế hoạch") says little about which one it is.
 * A pair that was not counted weighs like a middling one.
 */
export function rarity(total: number, counts: ReadonlyMap<string, number>): Weight {
  const middling = Math.sqrt(total)
  return (shingle) => Math.log(1 + (total + 1) / Math.max(1, counts.get(shingle) ?? middling))
}

/** The pairs that tell most, for looking up who else has them. Those that nobody has are left out. */
export function rarestOf(folded: string, counts: ReadonlyMap<string, number>, most: number): string[] {
  const known = [...shinglesOf(folded)].filter((shingle) => (counts.get(shingle) ?? 0) > 0)
  return known.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0)).slice(0, most)
}

/** Weight of the shared pairs against that of both texts: 0 for nothing in common, 1 for the same words. */
export function wordShare(a: string, b: string, weight: Weight): number {
  const [mine, theirs] = [shinglesOf(a), shinglesOf(b)]
  const sum = (list: Iterable<string>) => [...list].reduce((total, one) => total + weight(one), 0)
  const all = sum(mine) + sum(theirs)
  if (all === 0) return a === b && a !== '' ? 1 : 0
  return (2 * sum([...mine].filter((one) => theirs.has(one)))) / all
}

/** Whether two to-dos are the same, and why; undefined where they are not. What two different units are to do is two things. */
export function likenessOf(a: ToDo, b: ToDo, weight: Weight): Likeness | undefined {
  const sameQuote = isSameQuote(a.quote, b.quote)
  const sameLead = [...a.leads].some((lead) => b.leads.has(lead))
  if (!sameLead && a.leads.size > 0 && b.leads.size > 0) return undefined
  const share = wordShare(a.folded, b.folded, weight)
  const sameDue = a.dueOn !== null && a.dueOn === b.dueOn
  const isAlike = share >= ALIKE || (sameQuote && share >= 0.5) || (share >= ALIKE_WITH_MORE && (sameLead || sameDue))
  return isAlike ? { share, sameLead, sameDue, sameQuote } : undefined
}

/** The same level of the same indicator; the same one for another year is another target. */
export function targetLikenessOf(a: TargetFields, b: TargetFields): Likeness | undefined {
  if (a.value !== b.value || a.valueMax !== b.valueMax || fold(a.unit ?? '') !== fold(b.unit ?? '')) return undefined
  if (
    a.direction !== b.direction &&
    [a.direction, b.direction].every((one) => one === 'increase' || one === 'decrease')
  )
    return undefined
  const [mine, theirs] = [fold(a.due ?? ''), fold(b.due ?? '')]
  if (mine !== '' && theirs !== '' && mine !== theirs) return undefined
  const share = wordShare(fold(a.indicator), fold(b.indicator), () => 1)
  const sameDue = mine !== '' && mine === theirs
  if (share < (sameDue ? ALIKE_WITH_MORE : ALIKE)) return undefined
  return { share, sameLead: false, sameDue, sameQuote: false }
}

function isSameQuote(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false
  const folded = fold(a)
  return folded.length >= LEAST_QUOTE && folded === fold(b)
}
