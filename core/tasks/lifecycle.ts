import { ok, refuse } from '#core/kernel/result.ts'
import type { Result } from '#core/kernel/result.ts'
import type { Circumstances } from '#core/tasks/allowed.ts'
import type { AssignmentCommand } from '#core/tasks/assignment-command.ts'
import type { AssignmentEvent, Revision } from '#core/tasks/assignment-event.ts'
import type { AssignmentFailure } from '#core/tasks/assignment-failure.ts'
import type { Assignment } from '#core/tasks/assignment.ts'
import { findRefusal } from '#core/tasks/refusal.ts'
import { currentRule, isSameRule, withRule } from '#core/tasks/reporting.ts'

/**
 * What follows from a command? Whether the actor is entitled is asked of `may.ts` before (or of `actionsFor`, which asks both).
 *
 * Shape   events in the order in which they happen; `started` comes before the first report
 * Errors  the first reason of `findRefusal`
 */
export function decide(
  assignment: Assignment,
  command: AssignmentCommand,
  at: Circumstances,
): Result<AssignmentEvent[], AssignmentFailure> {
  const refusal = findRefusal(assignment, command, at)
  return refusal ? refuse(refusal) : ok(eventsOf(assignment, command, at))
}

function eventsOf(assignment: Assignment, command: AssignmentCommand, at: Circumstances): AssignmentEvent[] {
  const done = { on: at.today, by: at.actorId }
  switch (command.type) {
    case 'approve':
      return [{ type: 'approved', ...done }]
    case 'issue':
      return [{ type: 'issued', ...done }]
    case 'accept':
      return [{ type: 'accepted', ...done, onBehalf: command.onBehalf }]
    case 'return':
      return [{ type: 'returned', ...done, onBehalf: command.onBehalf, reason: command.reason.trim() }]
    case 'assign_handler':
      return [{ type: 'handler_assigned', ...done, personId: command.personId }]
    case 'report':
    case 'report_complete': {
      const { text, percent, evidenceIds, onBehalf } = command
      const reported = {
        ...done,
        on: command.reportedOn ?? at.today,
        onBehalf,
        text: text.trim(),
        percent,
        evidenceIds,
      }
      const type = command.type === 'report' ? 'progress_reported' : 'completion_reported'
      return [...startOf(assignment, at), { type, ...reported }]
    }
    case 'confirm':
      // findStateRefusal lets only a reported completion through.
      return [{ type: 'confirmed', ...done, doneOn: assignment.completion?.reportedOn ?? at.today }]
    case 'send_back':
      return [{ type: 'sent_back', ...done, reason: command.reason.trim() }]
    case 'revise':
      return [{ type: 'revised', ...done, reason: command.reason.trim(), changes: changesOf(assignment, command, at) }]
    case 'set_cooperating':
      return [{ type: 'cooperating_set', ...done, unitIds: command.unitIds }]
    case 'reassign':
      return [{ type: 'reassigned', ...done, from: assignment.lead, to: command.lead, reason: command.reason.trim() }]
    case 'withdraw':
      return [{ type: 'withdrawn', ...done, reason: command.reason.trim() }]
    case 'supersede':
      return [{ type: 'superseded', ...done, byAssignmentId: command.byAssignmentId, reason: command.reason.trim() }]
    case 'merge':
      return [{ type: 'merged', ...done, intoAssignmentId: command.intoAssignmentId, reason: command.reason.trim() }]
  }
}

function startOf(assignment: Assignment, at: Circumstances): AssignmentEvent[] {
  if (assignment.state === 'in_progress') return []
  return [{ type: 'started', on: at.today, by: at.actorId, deemedAccepted: assignment.state === 'issued' }]
}

function changesOf(
  assignment: Assignment,
  { dueOn, action, monitorId, deadlineText, reporting }: Extract<AssignmentCommand, { type: 'revise' }>,
  { today }: Pick<Circumstances, 'today'>,
): Revision {
  const changes: Revision = {}
  if (dueOn !== undefined && dueOn !== assignment.dueOn) changes.dueOn = { from: assignment.dueOn, to: dueOn }
  if (action !== undefined && action !== assignment.action) changes.action = { from: assignment.action, to: action }
  if (monitorId !== undefined && monitorId !== assignment.monitorId) {
    changes.monitorId = { from: assignment.monitorId, to: monitorId }
  }
  if (deadlineText !== undefined && deadlineText !== assignment.deadlineText) {
    changes.deadlineText = { from: assignment.deadlineText, to: deadlineText }
  }
  if (reporting !== undefined && !isSameRule(reporting, currentRule(assignment.reporting))) {
    const to = withRule(assignment.reporting, reporting, { issuedOn: assignment.issuedOn, today })
    changes.reporting = { from: assignment.reporting, to }
  }
  return changes
}

/** What is now true? Takes every event of `decide`, and none is refused any more. */
export function evolve(assignment: Assignment, event: AssignmentEvent): Assignment {
  switch (event.type) {
    case 'approved':
      return { ...assignment, state: 'approved', approvedBy: event.by }
    case 'issued':
      return {
        ...assignment,
        state: 'issued',
        issuedOn: event.on,
        answerFrom: event.on,
        originalDueOn: assignment.dueOn,
      }
    case 'accepted':
      return { ...assignment, state: 'accepted' }
    case 'returned':
      return { ...assignment, state: 'returned' }
    case 'handler_assigned':
      return { ...assignment, handlerId: event.personId }
    case 'started':
      return { ...assignment, state: 'in_progress' }
    case 'progress_reported':
      return { ...assignment, percent: event.percent ?? assignment.percent }
    case 'completion_reported':
      return {
        ...assignment,
        state: 'reported_complete',
        percent: event.percent ?? assignment.percent,
        completion: { reportedOn: event.on, reportedBy: event.by, onBehalf: event.onBehalf },
      }
    case 'confirmed':
      return { ...assignment, state: 'confirmed' }
    case 'sent_back':
      return { ...assignment, state: 'in_progress', completion: null }
    case 'revised':
      return { ...redrafted(assignment, event.by), ...revisedBy(assignment, event.changes) }
    case 'cooperating_set':
      return { ...redrafted(assignment, event.by), cooperatingIds: [...event.unitIds] }
    case 'reassigned':
      // A new lead starts afresh: its own days to answer, no handler, none of the percent that another reported.
      return {
        ...assignment,
        state: 'issued',
        lead: event.to,
        answerFrom: event.on,
        cooperatingIds: assignment.cooperatingIds.filter((id) => id !== event.to.id),
        handlerId: null,
        percent: null,
      }
    case 'withdrawn':
    case 'superseded':
    case 'merged':
      return { ...assignment, state: event.type }
  }
}

/** A draft that is changed loses its approval, and whoever changed it becomes its drafter; an issued assignment keeps both. */
function redrafted(assignment: Assignment, by: Assignment['draftedBy']): Assignment {
  if (assignment.issuedOn !== null) return assignment
  return { ...assignment, state: 'draft', draftedBy: by, approvedBy: null }
}

function revisedBy(
  assignment: Assignment,
  { dueOn, action, monitorId, deadlineText, reporting }: Revision,
): Pick<Assignment, 'dueOn' | 'action' | 'monitorId' | 'deadlineText' | 'reporting'> {
  return {
    dueOn: dueOn ? dueOn.to : assignment.dueOn,
    action: action ? action.to : assignment.action,
    monitorId: monitorId ? monitorId.to : assignment.monitorId,
    deadlineText: deadlineText ? deadlineText.to : assignment.deadlineText,
    reporting: reporting ? reporting.to : assignment.reporting,
  }
}
