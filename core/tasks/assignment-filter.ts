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

/** `soon`: open, and due today or in the next seven days; `month`: due in the month of today; `past`: due before today. */
export const DueSpan = z.enum(['soon', 'month', 'past'])
export type DueSpan = z.infer<typeof DueSpan>

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
  /** Of a task that the reader's leaders, or those above them, have made a priority. */
  starred: z.union([z.literal(true), z.literal('true').transform(() => true as const)]).optional(),
  /** Days that move with today, so that what is kept or sent as a list means the same tomorrow. */
  due: DueSpan.optional(),
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

/** The last day that counts as due soon. */
export const soonUntil = (today: PlainDate): PlainDate => addDays(today, SOON_DAYS)

interface DueDays {
  state?: readonly AssignmentState[]
  dueFrom?: PlainDate
  dueTo?: PlainDate
}
function daysOf(span: DueSpan, today: PlainDate): DueDays {
  const first = `${today.slice(0, 8)}01` as PlainDate
  switch (span) {
    case 'soon':
      return { state: OPEN_STATES, dueFrom: today, dueTo: soonUntil(today) }
    case 'month':
      return { dueFrom: first, dueTo: addDays(`${addDays(first, 31).slice(0, 8)}01` as PlainDate, -1) }
    case 'past':
      return { dueTo: addDays(today, -1) }
  }
}

/** The filter as of a day: words that move with it have become days and states. All conditions hold together. */
export function asOfDay({ due, ...filter }: AssignmentFilter, today: PlainDate): Omit<AssignmentFilter, 'due'> {
  if (due === undefined) return filter
  const { state, dueFrom, dueTo } = daysOf(due, today)
  const latest = [filter.dueFrom, dueFrom]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1)
  const earliest = [filter.dueTo, dueTo].filter((day) => day !== undefined).toSorted()[0]
  return {
    ...filter,
    ...(state ? { state: state.filter((one) => filter.state?.includes(one) ?? true) } : {}),
    ...(latest ? { dueFrom: latest } : {}),
    ...(earliest ? { dueTo: earliest } : {}),
  }
}
