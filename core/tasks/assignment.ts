import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { ReportingPlan } from '#core/tasks/reporting.ts'

/** Where an assignment stands. "Deemed accepted" is not a state: it follows from the calendar (`isDeemedAccepted`). */
export const AssignmentState = z.enum([
  'draft',
  'approved',
  'issued',
  'accepted',
  'returned',
  'in_progress',
  'reported_complete',
  'confirmed',
  'withdrawn',
  'superseded',
  'merged',
])
export type AssignmentState = z.infer<typeof AssignmentState>

/** What can be done with an assignment. Every action is a command of the lifecycle except `cascade`, which makes a child task. */
export const AssignmentAction = z.enum([
  'approve',
  'issue',
  'accept',
  'return',
  'assign_handler',
  'report',
  'report_complete',
  'cascade',
  'confirm',
  'send_back',
  'revise',
  'set_cooperating',
  'reassign',
  'withdraw',
  'supersede',
  'merge',
])
export type AssignmentAction = z.infer<typeof AssignmentAction>

/** The one lead: a unit of the organisation, or an external unit, for which the office records what it answers. */
export const Lead = z.object({ kind: z.enum(['unit', 'external']), id: Id })
export type Lead = z.infer<typeof Lead>

/** The report of completion that waits for the office, or was confirmed by it. */
export const Completion = z.object({ reportedOn: PlainDate, reportedBy: Id, onBehalf: z.boolean() })
export type Completion = z.infer<typeof Completion>

/** One task given to ONE lead, as far as its lifecycle needs to know it. */
export const Assignment = z.object({
  id: Id,
  taskId: Id,
  state: AssignmentState,
  lead: Lead,
  cooperatingIds: z.array(Id),
  monitorId: Id.nullable(),
  issuedBy: Id,
  /** Whoever drafted it, or revised the draft last. */
  draftedBy: Id,
  /** Whether a leader must approve before it is issued; fixed when it is drafted. */
  needsApproval: z.boolean(),
  approvedBy: Id.nullable(),
  /** The day it was first issued; a new lead does not change it. */
  issuedOn: PlainDate.nullable(),
  /** The day from which the present lead has to answer: that of issue, or of reassignment. */
  answerFrom: PlainDate.nullable(),
  /** Its own action where that differs from the task's. */
  action: z.string().nullable(),
  /** Last day on time when it was issued; never changed afterwards. */
  originalDueOn: PlainDate.nullable(),
  /** Last day on time now. */
  dueOn: PlainDate.nullable(),
  /** The office's own words for the deadline where a revision made them differ from the task's. */
  deadlineText: z.string().nullable(),
  /** When progress is to be reported. */
  reporting: ReportingPlan.nullable(),
  handlerId: Id.nullable(),
  percent: z.int().min(0).max(100).nullable(),
  completion: Completion.nullable(),
})
export type Assignment = z.infer<typeof Assignment>

/** Whether it was ever given to its lead. Before that it addresses nobody but those who draft it. */
export function isGiven(assignment: Pick<Assignment, 'issuedOn'>): boolean {
  return assignment.issuedOn !== null
}
