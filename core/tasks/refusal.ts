import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { ALLOWED, answerBy, isAllowed, standingOf } from '#core/tasks/allowed.ts'
import type { Circumstances } from '#core/tasks/allowed.ts'
import type { AssignmentCommand } from '#core/tasks/assignment-command.ts'
import type { AssignmentFailure, StateCode } from '#core/tasks/assignment-failure.ts'
import type { Assignment, AssignmentAction, AssignmentState } from '#core/tasks/assignment.ts'
import { isDueLater, isPlausibleDue } from '#core/tasks/deadline.ts'
import { currentRule, isSameRule } from '#core/tasks/reporting.ts'

/** Why a command cannot be followed; the first reason in the order of state, lead, separation of duties, content. */
export function findRefusal(
  assignment: Assignment,
  command: AssignmentCommand,
  at: Circumstances,
): AssignmentFailure | undefined {
  return (
    findStateRefusal(assignment, command.type, at) ??
    findLeadRefusal(assignment, command) ??
    findDutyRefusal(assignment, command.type, at.actorId) ??
    findContentRefusal(assignment, command, at)
  )
}

/** The code for an action where it is not allowed, when the assignment is not closed. */
const MISSING = {
  approve: 'assignment/not_draft',
  issue: 'assignment/already_issued',
  accept: 'assignment/not_issued',
  return: 'assignment/not_issued',
  assign_handler: 'assignment/not_issued',
  report: 'assignment/not_accepted',
  report_complete: 'assignment/not_accepted',
  cascade: 'assignment/not_accepted',
  confirm: 'assignment/not_reported',
  send_back: 'assignment/not_reported',
  revise: 'assignment/closed',
  set_cooperating: 'assignment/already_reported',
  reassign: 'assignment/not_returned',
  withdraw: 'assignment/closed',
  supersede: 'assignment/not_issued',
  merge: 'assignment/not_issued',
} as const satisfies Record<AssignmentAction, StateCode>

/** What can follow, and yet not before the approval that the draft needs. */
export function lacksApproval(
  state: AssignmentState,
  action: AssignmentAction,
  { needsApproval }: Pick<Assignment, 'needsApproval'>,
): boolean {
  return action === 'issue' && state === 'draft' && needsApproval
}

function findStateRefusal(
  assignment: Assignment,
  action: AssignmentAction,
  at: Pick<Circumstances, 'today' | 'calendar' | 'answerWithinDays'>,
): AssignmentFailure | undefined {
  const state = standingOf(assignment, at)
  if (ALLOWED[state].length === 0) return { code: 'assignment/closed', state }
  if (isAllowed(state, action)) {
    return lacksApproval(state, action, assignment) ? { code: 'assignment/not_approved' } : undefined
  }
  const isAnswer = action === 'accept' || action === 'return'
  if (isAnswer && assignment.state === 'issued' && assignment.answerFrom !== null) {
    const lastDay = answerBy(assignment.answerFrom, at.answerWithinDays, at.calendar).value
    return { code: 'assignment/deemed_accepted', answerBy: lastDay }
  }
  if (isAnswer && state !== 'draft' && state !== 'approved') return { code: 'assignment/already_answered', state }
  const isReport = action === 'report' || action === 'report_complete'
  if (isReport && state === 'reported_complete') return { code: 'assignment/already_reported', state }
  return { code: MISSING[action], state }
}

/** "The office records acceptance and reports on its behalf": for an external lead always, for a unit never. */
function findLeadRefusal({ lead }: Assignment, command: AssignmentCommand): AssignmentFailure | undefined {
  const isExternal = lead.kind === 'external'
  if (command.type === 'assign_handler' && isExternal) return { code: 'assignment/lead_is_external' }
  if (!('onBehalf' in command) || command.onBehalf === isExternal) return undefined
  return { code: isExternal ? 'assignment/lead_is_external' : 'assignment/lead_is_internal' }
}

/**
 * Separation of duties: the drafter does not approve, and neither whoever reported completion nor the handler decides on it. An officer
 * who recorded an external lead's report is its reporter too.
 */
export function findDutyRefusal(
  assignment: Assignment,
  action: AssignmentAction,
  actorId: Id,
): AssignmentFailure | undefined {
  if (action === 'approve' && actorId === assignment.draftedBy) return { code: 'assignment/own_draft' }
  if (action !== 'confirm' && action !== 'send_back') return undefined
  const isOwn = actorId === assignment.completion?.reportedBy || actorId === assignment.handlerId
  return isOwn ? { code: 'assignment/own_work' } : undefined
}

function findContentRefusal(
  assignment: Assignment,
  command: AssignmentCommand,
  at: Circumstances,
): AssignmentFailure | undefined {
  // A draft is still being written: only what others have relied on is corrected with a reason.
  const needsReason = command.type !== 'revise' || assignment.issuedOn !== null
  if ('reason' in command && needsReason && command.reason.trim() === '') return { code: 'assignment/reason_missing' }
  switch (command.type) {
    case 'report':
    case 'report_complete':
      return findReportRefusal(assignment, command, at.today)
    case 'revise':
      return findRevisionRefusal(assignment, command, at.parent)
    case 'set_cooperating':
      return findCooperatingRefusal(assignment, command.unitIds)
    case 'reassign':
      // Back to the same lead is allowed: the office upholds what was returned to it.
      return at.parent && !isBelow(command.lead.id, at.parent.leadId, at.pathOf)
        ? { code: 'assignment/not_below_holder', unitId: command.lead.id }
        : undefined
    case 'supersede':
      return command.byAssignmentId === assignment.id ? { code: 'assignment/itself' } : undefined
    case 'merge':
      return command.intoAssignmentId === assignment.id ? { code: 'assignment/itself' } : undefined
    case 'approve':
    case 'issue':
    case 'accept':
    case 'return':
    case 'assign_handler':
    case 'confirm':
    case 'send_back':
    case 'withdraw':
      return undefined
  }
}

type ReportCommand = Extract<AssignmentCommand, { type: 'report' | 'report_complete' }>

function findReportRefusal(
  { issuedOn }: Assignment,
  { text, percent, onBehalf, reportedOn }: ReportCommand,
  today: PlainDate,
): AssignmentFailure | undefined {
  if (text.trim() === '') return { code: 'assignment/text_missing' }
  if (percent !== null && (!Number.isInteger(percent) || percent < 0 || percent > 100)) {
    return { code: 'assignment/percent_impossible', percent }
  }
  if (reportedOn === undefined || reportedOn === today) return undefined
  if (!onBehalf) return { code: 'assignment/day_not_open' }
  const isImpossible = reportedOn > today || (issuedOn !== null && reportedOn < issuedOn)
  return isImpossible ? { code: 'assignment/day_impossible', day: reportedOn } : undefined
}

function findRevisionRefusal(
  assignment: Assignment,
  { dueOn, action, monitorId, deadlineText, reporting }: Extract<AssignmentCommand, { type: 'revise' }>,
  parent: Circumstances['parent'],
): AssignmentFailure | undefined {
  const isSame =
    (dueOn === undefined || dueOn === assignment.dueOn) &&
    (action === undefined || action === assignment.action) &&
    (monitorId === undefined || monitorId === assignment.monitorId) &&
    (deadlineText === undefined || deadlineText === assignment.deadlineText) &&
    (reporting === undefined || isSameRule(reporting, currentRule(assignment.reporting)))
  if (isSame) return { code: 'assignment/nothing_changed' }
  return dueOn === undefined || dueOn === assignment.dueOn ? undefined : findDueRefusal(dueOn, parent)
}

function findCooperatingRefusal({ lead }: Assignment, unitIds: readonly Id[]): AssignmentFailure | undefined {
  const twice = unitIds.find((id, index) => unitIds.indexOf(id) !== index)
  if (twice !== undefined) return { code: 'assignment/unit_twice', unitId: twice }
  return unitIds.includes(lead.id) ? { code: 'assignment/lead_cooperates', unitId: lead.id } : undefined
}

function findDueRefusal(
  dueOn: PlainDate | null,
  parent: { dueOn: PlainDate | null } | null,
): AssignmentFailure | undefined {
  if (dueOn !== null && !isPlausibleDue(dueOn)) return { code: 'assignment/due_implausible', dueOn }
  if (!parent?.dueOn || !isDueLater(dueOn, parent.dueOn)) return undefined
  return { code: 'assignment/due_after_parent', dueOn, parentDueOn: parent.dueOn }
}

/** Why a holder cannot give this child work: it goes only to units below the holder, and is due no later than its own. */
export function findCascadeRefusal(
  parent: Assignment,
  child: { leadIds: readonly Id[]; dueOn: PlainDate | null },
  at: Pick<Circumstances, 'today' | 'calendar' | 'answerWithinDays' | 'pathOf'>,
): AssignmentFailure | undefined {
  const stray = child.leadIds.find((id) => !isBelow(id, parent.lead.id, at.pathOf))
  return (
    findStateRefusal(parent, 'cascade', at) ??
    (parent.lead.kind === 'external' ? { code: 'assignment/lead_is_external' } : undefined) ??
    (stray === undefined ? undefined : { code: 'assignment/not_below_holder', unitId: stray }) ??
    findDueRefusal(child.dueOn, parent)
  )
}

function isBelow(unitId: Id, holderId: Id, pathOf: Circumstances['pathOf']): boolean {
  return unitId !== holderId && pathOf(unitId).includes(holderId)
}
