import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { addDays, PlainDate } from '#core/kernel/plain-date.ts'
import { AssignmentState } from '#core/tasks/assignment.ts'
import { LatenessClass } from '#core/tasks/lateness.ts'

/** One or several, with commas between them: an address carries text. */
export function someOf<T extends Readonly<Record<string, string>>>(one: z.ZodEnum<T>) {
  return z
    .string()
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(one).min(1).max(50))
}

/** By what assignments are narrowed: of a list, of what is counted and of what is grouped alike, so that a number and the list behind it agree. */
export const AssignmentFilter = z.object({
  /** Words of the task, the number under which people speak of it, or part of the name of a lead. */
  q: z.string().max(200).optional(),
  state: someOf(AssignmentState).optional(),
  class: someOf(LatenessClass).optional(),
  /** Reported complete, and waiting for the office. */
  awaiting: z.union([z.literal(true), z.literal('true').transform(() => true as const)]).optional(),
  /** The lead: a unit or an external unit. */
  lead: Id.optional(),
  /** The lead is this unit or below it. */
  within: Id.optional(),
  /** `none`: of a task that comes from no directive. */
  directive: z.union([Id, z.literal('none')]).optional(),
  task: Id.optional(),
  /** The person who does the work; `none` where nobody is named. */
  handler: z.union([Id, z.literal('none')]).optional(),
  /** A report of progress was due, and its day passed without it. */
  missedReport: z.union([z.literal(true), z.literal('true').transform(() => true as const)]).optional(),
  dueFrom: PlainDate.optional(),
  dueTo: PlainDate.optional(),
})
export type AssignmentFilter = z.infer<typeof AssignmentFilter>
/** As an address carries it. */
export type AssignmentFilterText = z.input<typeof AssignmentFilter>

/** Issued, and not yet reported complete. */
export const OPEN_STATES = [
  'issued',
  'accepted',
  'returned',
  'in_progress',
] as const satisfies readonly AssignmentState[]

const SOON_DAYS = 7

/** What is counted as due soon: open, and due today or in the next seven days. The list behind it has this filter. */
export function dueSoon(today: PlainDate): { state: string; dueFrom: PlainDate; dueTo: PlainDate } {
  return { state: OPEN_STATES.join(','), dueFrom: today, dueTo: addDays(today, SOON_DAYS) }
}
