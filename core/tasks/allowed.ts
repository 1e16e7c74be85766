import { addWorkingDays } from '#core/calendar/working-calendar.ts'
import type { Counted, WorkingCalendar } from '#core/calendar/working-calendar.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { UnitPath } from '#core/people/may.ts'
import type { Assignment, AssignmentAction, AssignmentState } from '#core/tasks/assignment.ts'

/** What can follow where. An issued assignment that is deemed accepted stands as `accepted` (`standingOf`). */
export const ALLOWED = {
  draft: ['approve', 'issue', 'revise', 'set_cooperating', 'withdraw'],
  approved: ['issue', 'revise', 'set_cooperating', 'withdraw'],
  issued: ['accept', 'return', 'assign_handler', 'revise', 'set_cooperating', 'withdraw', 'supersede', 'merge'],
  accepted: [
    'assign_handler',
    'report',
    'report_complete',
    'cascade',
    'revise',
    'set_cooperating',
    'withdraw',
    'supersede',
    'merge',
  ],
  returned: ['reassign', 'revise', 'withdraw', 'supersede', 'merge'],
  in_progress: [
    'assign_handler',
    'report',
    'report_complete',
    'cascade',
    'revise',
    'set_cooperating',
    'withdraw',
    'supersede',
    'merge',
  ],
  reported_complete: ['confirm', 'send_back', 'revise', 'withdraw', 'supersede', 'merge'],
  confirmed: [],
  withdrawn: [],
  superseded: [],
  merged: [],
} as const satisfies Record<AssignmentState, readonly AssignmentAction[]>

/** What a decision needs to know besides the assignment and the command. */
export interface Circumstances {
  today: PlainDate
  actorId: Id
  calendar: WorkingCalendar
  /** Setting: working days to answer in. */
  answerWithinDays: number
  /** The assignment that this one was cascaded from; null where there is none. */
  parent: { leadId: Id; dueOn: PlainDate | null } | null
  /** Ancestors of a unit down to itself; empty where it is unknown. */
  pathOf: (unitId: Id) => UnitPath
}

/**
 * Last day on which the lead can answer: the n-th working day after the day it was given. `notAnnounced` is to be shown with it: in such
 * a year only Saturdays and Sundays were passed over, and the day moves when the days off are entered.
 */
export function answerBy(issuedOn: PlainDate, workingDays: number, calendar: WorkingCalendar): Counted<PlainDate> {
  return addWorkingDays(calendar, issuedOn, workingDays)
}

/** Whether an assignment that nobody answered counts as accepted: from the day after the last day to answer. */
export function isDeemedAccepted(
  issuedOn: PlainDate,
  workingDays: number,
  calendar: WorkingCalendar,
  today: PlainDate,
): boolean {
  return today > answerBy(issuedOn, workingDays, calendar).value
}

/** Where an assignment stands for what can follow: as stored, or `accepted` where that is only deemed. */
export function standingOf(
  assignment: Pick<Assignment, 'state' | 'answerFrom'>,
  { today, calendar, answerWithinDays }: Pick<Circumstances, 'today' | 'calendar' | 'answerWithinDays'>,
): AssignmentState {
  if (assignment.state !== 'issued' || assignment.answerFrom === null) return assignment.state
  return isDeemedAccepted(assignment.answerFrom, answerWithinDays, calendar, today) ? 'accepted' : 'issued'
}

export function isAllowed(state: AssignmentState, action: AssignmentAction): boolean {
  return (ALLOWED[state] as readonly AssignmentAction[]).includes(action)
}
