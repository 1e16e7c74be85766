import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Lead } from '#core/tasks/assignment.ts'
import type { ReportingPlan } from '#core/tasks/reporting.ts'

/** What happened to an assignment on a day `on`. Its instant and its author are the journal's. */
export type AssignmentEvent =
  | { type: 'approved'; on: PlainDate; by: Id }
  | { type: 'issued'; on: PlainDate; by: Id }
  | { type: 'accepted'; on: PlainDate; by: Id; onBehalf: boolean }
  | { type: 'returned'; on: PlainDate; by: Id; onBehalf: boolean; reason: string }
  | { type: 'handler_assigned'; on: PlainDate; by: Id; personId: Id | null }
  /** Work began: with the first report, also where acceptance was only deemed. */
  | { type: 'started'; on: PlainDate; by: Id; deemedAccepted: boolean }
  | ({ type: 'progress_reported' } & Reported)
  | ({ type: 'completion_reported' } & Reported)
  /** `doneOn` is the day of the report that is confirmed, not of the confirmation: a slow office makes nobody late. */
  | { type: 'confirmed'; on: PlainDate; by: Id; doneOn: PlainDate }
  | { type: 'sent_back'; on: PlainDate; by: Id; reason: string }
  | { type: 'revised'; on: PlainDate; by: Id; reason: string; changes: Revision }
  | { type: 'cooperating_set'; on: PlainDate; by: Id; unitIds: readonly Id[] }
  | { type: 'reassigned'; on: PlainDate; by: Id; from: Lead; to: Lead; reason: string }
  | { type: 'withdrawn'; on: PlainDate; by: Id; reason: string }
  | { type: 'superseded'; on: PlainDate; by: Id; byAssignmentId: Id; reason: string }
  | { type: 'merged'; on: PlainDate; by: Id; intoAssignmentId: Id; reason: string }

/** `on` is the day on which the lead reported. */
interface Reported {
  on: PlainDate
  by: Id
  onBehalf: boolean
  text: string
  percent: number | null
  evidenceIds: readonly Id[]
}

export interface Revision {
  dueOn?: { from: PlainDate | null; to: PlainDate | null }
  action?: { from: string | null; to: string }
  monitorId?: { from: Id | null; to: Id | null }
  deadlineText?: { from: string | null; to: string | null }
  reporting?: { from: ReportingPlan | null; to: ReportingPlan | null }
}
