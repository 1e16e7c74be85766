import { z } from 'zod'
import { PlainDate } from '#core/kernel/plain-date.ts'

/** The classes of the lateness table; the first, second, fourth and fifth are the four that offices publish. */
export const LatenessClass = z.enum([
  'open_in_term',
  'open_overdue',
  'open_no_deadline',
  'done_on_time',
  'done_late',
  'done_no_deadline',
  'closed_without_result',
  'not_counted',
])
export type LatenessClass = z.infer<typeof LatenessClass>

/** The class against one due date. */
export const Verdict = z.object({
  class: LatenessClass,
  dueOn: PlainDate.nullable(),
  /** Days past due of `open_overdue` and `done_late`; null elsewhere. */
  daysLate: z.int().positive().nullable(),
})
export type Verdict = z.infer<typeof Verdict>

/** How late an assignment is: against the effective due date, and against the one it was issued with. */
export const Lateness = Verdict.extend({
  /** Days since issue of `open_no_deadline`; null elsewhere. */
  ageDays: z.int().nullable(),
  /** "chờ công nhận": reported complete; its clock stands at the day of the report until the office has decided. */
  awaitingConfirmation: z.boolean(),
  original: Verdict,
}).meta({ id: 'Lateness' })
export type Lateness = z.infer<typeof Lateness>
