import type { Id } from '#core/kernel/id.ts'
import type { Addressee } from '#core/units/unit-ref.ts'

/**
 * Why a candidate stands where it stands. From `other_accents` on they are doubts: such a candidate is never `sure`.
 *   name, short_name, alias   what was found · position   the name was that of a post · body_at   head and territory
 *   group   collective name · narrowed   a group below `below` only · in_context   chosen by the unit of the context
 *   without_accents · other_accents   accents were left out, or contradict
 *   other_kind   "xã" for a phường · same_territory   another body there · one_of_group   "Sở PTCS" without saying which
 *   qualified   "có liên quan" · similar   shared words only
 */
export type MatchReason =
  | 'name'
  | 'short_name'
  | 'alias'
  | 'position'
  | 'body_at'
  | 'group'
  | 'narrowed'
  | 'in_context'
  | 'without_accents'
  | 'other_accents'
  | 'other_kind'
  | 'same_territory'
  | 'one_of_group'
  | 'qualified'
  | 'similar'

export interface NameCandidate {
  target: Addressee
  /** As `NameEntry.name`. */
  name: string
  /** 0 to 1; orders candidates of one answer, is no probability. */
  score: number
  why: MatchReason[]
  /** For a group: the unit to which the text or the context narrows it, below the unit of its rule. */
  below?: Id
}

export interface MatchedName {
  status: 'sure' | 'unsure' | 'unknown'
  best?: NameCandidate
  /** Best first, at most eight. */
  candidates: NameCandidate[]
}
