import type { Sibling } from '#core/tasks/answers.ts'
import type { LatenessClass } from '#core/tasks/lateness.ts'

/** Above this the teeth can no longer be told apart, and the comb counts instead. */
export const TEETH_AT_MOST = 60

/** From what is settled to what is not: the order in which the classes are always listed. */
export const CLASS_ORDER: readonly LatenessClass[] = [
  'done_on_time',
  'done_late',
  'done_no_deadline',
  'open_in_term',
  'open_overdue',
  'open_no_deadline',
  'closed_without_result',
  'not_counted',
]

export interface ClassCount {
  class: LatenessClass
  count: number
  /** Whether the reader's own unit is among them. */
  own: boolean
}

/** The fan-out of one task: a tooth for each unit in the order of issue, or a bin for each class when there are too many. */
export type Comb =
  | { kind: 'teeth'; teeth: readonly Sibling[]; counts: readonly ClassCount[] }
  | { kind: 'bins'; counts: readonly ClassCount[]; total: number }

export function combOf(siblings: readonly Sibling[]): Comb {
  const counts = countClasses(siblings)
  return siblings.length > TEETH_AT_MOST
    ? { kind: 'bins', counts, total: siblings.length }
    : { kind: 'teeth', teeth: siblings, counts }
}

/** How many are in each class, only classes that occur. */
export function countClasses(siblings: readonly Pick<Sibling, 'lateness' | 'own'>[]): ClassCount[] {
  return CLASS_ORDER.map((kind) => {
    const members = siblings.filter((sibling) => sibling.lateness.class === kind)
    return { class: kind, count: members.length, own: members.some((sibling) => sibling.own) }
  }).filter(({ count }) => count > 0)
}
