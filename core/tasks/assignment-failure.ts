import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { AssignmentState } from '#core/tasks/assignment.ts'

/** A refusal because of where the assignment stands; one code per thing that is missing. */
export type StateCode =
  /** approve: only a draft is approved. */
  | 'assignment/not_draft'
  /** issue: it was issued already. */
  | 'assignment/already_issued'
  /** accept, return: it is not waiting for an answer. */
  | 'assignment/not_issued'
  /** accept, return: it was answered already. */
  | 'assignment/already_answered'
  /** report, complete, cascade, name a handler: the lead has not accepted it. */
  | 'assignment/not_accepted'
  /** report, complete: a report of completion is with the office already. */
  | 'assignment/already_reported'
  /** confirm, send back: no report of completion is waiting. */
  | 'assignment/not_reported'
  /** reassign: only what its lead returned is given to another. */
  | 'assignment/not_returned'
  /** anything: it is confirmed, withdrawn, superseded or merged. */
  | 'assignment/closed'

export type AssignmentFailure =
  | { code: StateCode; state: AssignmentState }
  /** issue: a leader has to approve this draft first. */
  | { code: 'assignment/not_approved' }
  /** approve: whoever drafted it does not approve it. */
  | { code: 'assignment/own_draft' }
  /** confirm, send back: whoever reported it complete, or handles it, does not judge it. */
  | { code: 'assignment/own_work' }
  /** accept, return: the days to answer are over; it counts as accepted since then. */
  | { code: 'assignment/deemed_accepted'; answerBy: PlainDate }
  /** return, send back, revise, reassign, withdraw, supersede, merge need a reason. */
  | { code: 'assignment/reason_missing' }
  /** report, complete: a report says something. */
  | { code: 'assignment/text_missing' }
  /** report, complete: percent is a whole number from 0 to 100. */
  | { code: 'assignment/percent_impossible'; percent: number }
  /** report, complete on behalf: the lead cannot have reported before it was issued, or in the future. */
  | { code: 'assignment/day_impossible'; day: PlainDate }
  /** report, complete: a unit reports today; only for an external lead can the office name an earlier day. */
  | { code: 'assignment/day_not_open' }
  /** accept, return, report, complete: the lead is external, the office records it on its behalf. */
  | { code: 'assignment/lead_is_external' }
  /** on behalf: the lead is a unit of the organisation and answers for itself. */
  | { code: 'assignment/lead_is_internal' }
  /** revise: nothing would change. */
  | { code: 'assignment/nothing_changed' }
  /** draft, revise, cascade: nobody means a day of another century. */
  | { code: 'assignment/due_implausible'; dueOn: PlainDate }
  /** revise, cascade: a child is due no later than its parent, and so has a due date where its parent has one. */
  | { code: 'assignment/due_after_parent'; dueOn: PlainDate | null; parentDueOn: PlainDate }
  /** cascade, reassign: a holder gives work only to units below itself. */
  | { code: 'assignment/not_below_holder'; unitId: Id }
  /** set cooperating: exactly one lead, and it does not cooperate with itself. */
  | { code: 'assignment/lead_cooperates'; unitId: Id }
  /** set cooperating: a unit is named twice. */
  | { code: 'assignment/unit_twice'; unitId: Id }
  /** supersede, merge: an assignment does not take its own place. */
  | { code: 'assignment/itself' }
