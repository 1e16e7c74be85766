import type { Id } from '#core/kernel/id.ts'
import { OPEN_STATES } from '#core/tasks/assignment-filter.ts'
import type { AssignmentCounts } from '#core/tasks/assignment-list.ts'
import { OPEN_CLASSES } from '#core/tasks/lateness.ts'
import type { AssignmentFilter } from '#web/tasks/queries.ts'

/** What is still to be done, earliest due first: where an officer begins. */
export const OPEN_ONES = { class: OPEN_CLASSES.join(',') } satisfies AssignmentFilter

export const BUILT_IN = ['open', 'all', 'overdue', 'awaiting', 'returned', 'soon', 'undated', 'mine'] as const
export type BuiltIn = (typeof BUILT_IN)[number]

/** The views that everybody has: nothing but conditions of the address. */
export function filterOf(view: BuiltIn, me: Id | undefined): AssignmentFilter {
  switch (view) {
    case 'open':
      return OPEN_ONES
    case 'all':
      return {}
    case 'overdue':
      return { class: 'open_overdue' }
    case 'awaiting':
      return { awaiting: true }
    case 'returned':
      return { state: 'returned' }
    case 'soon':
      return { due: 'soon' }
    case 'undated':
      return { class: 'open_no_deadline' }
    case 'mine':
      return { handler: me ?? 'none', state: OPEN_STATES.join(',') }
  }
}

/** How many each has, read off the counts of the whole list; `mine` is counted by itself. */
export function countOf(view: Exclude<BuiltIn, 'mine'>, counts: AssignmentCounts): number {
  switch (view) {
    case 'open':
      return OPEN_CLASSES.reduce((sum, kind) => sum + counts.classes[kind], 0)
    case 'all':
      return counts.total
    case 'overdue':
      return counts.classes.open_overdue
    case 'awaiting':
      return counts.awaiting
    case 'returned':
      return counts.states['returned'] ?? 0
    case 'soon':
      return counts.soon
    case 'undated':
      return counts.classes.open_no_deadline
  }
}
