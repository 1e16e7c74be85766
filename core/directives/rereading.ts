import { z } from 'zod'
import { CommitmentFields, type ProposalState, TargetFields } from '#core/directives/proposal.ts'
import type { Proposed } from '#core/directives/proposed.ts'
import { fold } from '#core/kernel/fold.ts'
import { Id } from '#core/kernel/id.ts'

/** What a proposal says, as far as a person decides on it. */
const Content = z.object({ quote: z.string(), exhortation: z.boolean() })
export const ProposalContent = z
  .discriminatedUnion('kind', [
    Content.extend({ kind: z.literal('commitment'), fields: CommitmentFields }),
    Content.extend({ kind: z.literal('target'), fields: TargetFields }),
  ])
  .meta({ id: 'ProposalContent' })
export type ProposalContent = z.infer<typeof ProposalContent>

/** Why a difference is only shown: a person has decided the proposal, edited it, or added it himself. */
export const Held = z.enum(['accepted', 'rejected', 'edited', 'added'])
export type Held = z.infer<typeof Held>

/** One difference between what is proposed and what reading proposes now. */
export const Difference = z
  .object({
    /** Names the difference together with what it says: chosen by it, a person gets what he saw or nothing. */
    key: z.string(),
    proposalId: Id.nullable(),
    held: Held.nullable(),
    start: z.int(),
    end: z.int(),
    /** Null where reading finds it anew. */
    before: ProposalContent.nullable(),
    /** Null where reading makes it no longer. */
    after: ProposalContent.nullable(),
    /** Which fields differ, where both are there. */
    fields: z.array(z.string()),
  })
  .meta({ id: 'Difference' })
export type Difference = z.infer<typeof Difference>

/** A proposal as it is stored. */
export interface StoredProposal {
  id: Id
  origin: 'machine' | 'person'
  state: ProposalState
  version: number
  start: number
  end: number
  content: ProposalContent
  /** Its words stand in the text as it is read now; those of a page that was typed anew do not. */
  placed: boolean
}

export interface Rereading {
  /** In the order of the text. `proposed` is what reading makes of it now, as it would be stored. */
  differences: (Difference & { proposed: Proposed | null })[]
  unchanged: number
}

/** Two spans that share less of their words than this are different sentences. */
const LEAST_OVERLAP = 0.5

/**
 * Compares a new reading with the proposals of the one before. What a person has decided, edited or added keeps its place and is never proposed
 * a second time; a difference of it carries `held`.
 *
 * Shape   each stored proposal and each proposed one is in at most one pair: by span, then by its words, then by overlap. A reading compared
 *         with its own proposals gives no difference
 */
export function compareReadings(stored: readonly StoredProposal[], proposed: readonly Proposed[]): Rereading {
  const current = stored.filter(({ state }) => state !== 'withdrawn')
  const pairs = pairUp(current, proposed)
  const differences: Rereading['differences'] = []
  let unchanged = 0
  for (const one of current) {
    const now = pairs.get(one)
    const held = heldBy(one)
    if (!now) {
      // What a person added needs no reading, and what stood on a page that was typed anew has nothing to be compared with.
      if (held === 'added' || (held !== null && !one.placed)) continue
      differences.push(differenceOf(one, null, held))
      continue
    }
    const difference = differenceOf(one, now, held)
    if (difference.fields.length > 0) differences.push(difference)
    else unchanged++
  }
  const known = new Set(pairs.values())
  for (const one of proposed) if (!known.has(one)) differences.push(differenceOf(null, one, null))
  return {
    differences: differences.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1)),
    unchanged,
  }
}

/** Only what nobody has touched is the machine's to change: a proposal is edited or reopened under a later version. */
function heldBy({ origin, state, version }: StoredProposal): Held | null {
  if (state === 'accepted' || state === 'rejected') return state
  if (origin === 'person') return 'added'
  return version > 1 ? 'edited' : null
}

function pairUp(stored: readonly StoredProposal[], proposed: readonly Proposed[]): Map<StoredProposal, Proposed> {
  const pairs = new Map<StoredProposal, Proposed>()
  const taken = new Set<Proposed>()
  const take = (one: StoredProposal, now: Proposed | undefined) => {
    if (!now) return
    pairs.set(one, now)
    taken.add(now)
  }
  const free = (list: readonly Proposed[] | undefined) => (list ?? []).filter((now) => !taken.has(now))

  const bySpan = Map.groupBy(proposed, (now) => `${now.kind} ${now.start}-${now.end}`)
  const sharing = Map.groupBy(stored, (one) => `${one.content.kind} ${one.start}-${one.end}`)
  for (const [span, ones] of sharing) {
    // A sentence may hold several: first those that say the same, then the others in their order.
    for (const one of ones)
      take(
        one,
        free(bySpan.get(span)).find((now) => fieldsThatDiffer(one.content, contentOf(now)).length === 0),
      )
    for (const one of ones) if (!pairs.has(one)) take(one, free(bySpan.get(span))[0])
  }
  const byWords = Map.groupBy(free(proposed), (now) => `${now.kind} ${fold(now.quote)}`)
  for (const one of stored)
    if (!pairs.has(one)) take(one, nearest(one, free(byWords.get(`${one.content.kind} ${fold(one.content.quote)}`))))
  const rest = free(proposed).toSorted((a, b) => a.start - b.start)
  for (const one of stored) {
    if (pairs.has(one) || !one.placed) continue
    const overlaps = rest
      .filter((now) => !taken.has(now) && now.kind === one.content.kind && now.start < one.end && one.start < now.end)
      .map((now) => ({ now, share: overlap(one, now) }))
      .toSorted((a, b) => b.share - a.share)
    if ((overlaps[0]?.share ?? 0) >= LEAST_OVERLAP) take(one, overlaps[0]?.now)
  }
  return pairs
}

function nearest(one: StoredProposal, list: readonly Proposed[]): Proposed | undefined {
  return list.toSorted((a, b) => Math.abs(a.start - one.start) - Math.abs(b.start - one.start))[0]
}

/** Shared words of all words of the two. */
function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

function contentOf({ kind, quote, exhortation, fields }: Proposed): ProposalContent {
  return { kind, quote, exhortation, fields } as ProposalContent
}

/** By name; `quote` and `exhortation` count as fields. */
export function fieldsThatDiffer(before: ProposalContent, after: ProposalContent): string[] {
  const [old, now] = [before, after].map(({ fields, quote, exhortation }) => ({ quote, exhortation, ...fields }))
  const values = (of: object | undefined) => of as Record<string, unknown>
  const names = Object.keys({ ...old, ...now })
  return names.filter((name) => canonical(values(old)[name]) !== canonical(values(now)[name]))
}

function differenceOf(
  one: StoredProposal | null,
  now: Proposed | null,
  held: Held | null,
): Difference & { proposed: Proposed | null } {
  const before = one?.content ?? null
  const after = now && contentOf(now)
  const { start, end } = one ?? now ?? { start: 0, end: 0 }
  return {
    key: `${one?.id ?? `${now?.kind}-${start}-${end}`}-${digest(canonical([start, end, before, after]))}`,
    proposalId: one?.id ?? null,
    held,
    start,
    end,
    before,
    after,
    fields: before && after ? fieldsThatDiffer(before, after) : [],
    proposed: now,
  }
}

/** JSON with the keys in one order; what is null and what is absent are the same. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined && one !== null)
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}

/** FNV-1a: tells two wordings apart; it guards against nobody. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}
