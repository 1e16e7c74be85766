import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { Lead } from '#core/tasks/assignment.ts'
import { ReportingRule } from '#core/tasks/reporting.ts'

const reason = z.string().trim().max(2000)
const Report = z.object({
  text: z.string().trim().max(10_000),
  percent: z.int().min(0).max(100).nullable(),
  evidenceIds: z.array(Id),
  /** Only where the office records it for an external lead: the day on which that lead reported. A unit reports today. */
  reportedOn: PlainDate.optional(),
})
/** Whether the office acts for the lead; right exactly where the lead is external, so that no unit's word is given by another. */
const onBehalf = z.boolean()

/** What somebody wants done with an assignment. Who may is `may.ts`; what follows is `decide`. */
export const AssignmentCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('approve') }),
  z.object({ type: z.literal('issue') }),
  z.object({ type: z.literal('accept'), onBehalf }),
  z.object({ type: z.literal('return'), onBehalf, reason }),
  z.object({ type: z.literal('assign_handler'), personId: Id.nullable() }),
  Report.extend({ type: z.literal('report'), onBehalf }),
  Report.extend({ type: z.literal('report_complete'), onBehalf }),
  z.object({ type: z.literal('confirm') }),
  z.object({ type: z.literal('send_back'), reason }),
  z.object({
    type: z.literal('revise'),
    /** What is absent stays; `dueOn: null` takes the due date away. */
    dueOn: PlainDate.nullable().optional(),
    action: z.string().trim().min(1).max(10_000).optional(),
    monitorId: Id.nullable().optional(),
    deadlineText: z.string().trim().min(1).max(500).nullable().optional(),
    /** From today on; `null` ends the schedule. */
    reporting: ReportingRule.nullable().optional(),
    reason,
  }),
  z.object({ type: z.literal('set_cooperating'), unitIds: z.array(Id) }),
  z.object({ type: z.literal('reassign'), lead: Lead, reason }),
  z.object({ type: z.literal('withdraw'), reason }),
  z.object({ type: z.literal('supersede'), byAssignmentId: Id, reason }),
  z.object({ type: z.literal('merge'), intoAssignmentId: Id, reason }),
])
export type AssignmentCommand = z.infer<typeof AssignmentCommand>
