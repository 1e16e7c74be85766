import { allows } from '#core/people/may.ts'
import type { Actor, Deed, Subject, UnitPath } from '#core/people/may.ts'
import { isGiven } from '#core/tasks/assignment.ts'
import { AssignmentAction } from '#core/tasks/assignment.ts'
import type { Assignment } from '#core/tasks/assignment.ts'
import { findDutyRefusal, lacksApproval } from '#core/tasks/refusal.ts'
import { isAllowed, standingOf } from '#core/tasks/allowed.ts'
import type { Circumstances } from '#core/tasks/allowed.ts'
import type { Id } from '#core/kernel/id.ts'

const DEED_OF = {
  approve: 'assignment.approve',
  issue: 'assignment.issue',
  accept: 'assignment.accept',
  return: 'assignment.return',
  assign_handler: 'assignment.assign-handler',
  report: 'assignment.report',
  report_complete: 'assignment.complete',
  cascade: 'assignment.cascade',
  confirm: 'assignment.confirm',
  send_back: 'assignment.confirm',
  revise: 'assignment.revise',
  set_cooperating: 'assignment.revise',
  reassign: 'assignment.reassign',
  withdraw: 'assignment.withdraw',
  supersede: 'assignment.withdraw',
  merge: 'assignment.withdraw',
} as const satisfies Record<AssignmentAction, Deed>

/** The deed that entitles to an action. What an external lead answers is recorded by the office that issued the assignment. */
export function deedFor(assignment: Pick<Assignment, 'lead'>, action: AssignmentAction): Deed {
  const isAnswer = action === 'accept' || action === 'return' || action === 'report' || action === 'report_complete'
  return assignment.lead.kind === 'external' && isAnswer ? 'assignment.record-external' : DEED_OF[action]
}

/** An assignment as `may.ts` sees it. A draft is its issuer's alone: no lead, nobody addressed. */
export function subjectOf(
  assignment: Pick<Assignment, 'issuedOn' | 'issuedBy' | 'lead' | 'cooperatingIds' | 'monitorId' | 'handlerId'>,
  pathOf: (unitId: Id) => UnitPath,
): Subject {
  const issuedBy = pathOf(assignment.issuedBy)
  if (!isGiven(assignment)) return { units: { holding: issuedBy, issuedBy } }
  const lead = assignment.lead.kind === 'unit' ? pathOf(assignment.lead.id) : undefined
  return {
    units: {
      holding: lead ?? issuedBy,
      lead,
      cooperating: assignment.cooperatingIds.map(pathOf),
      monitor: assignment.monitorId === null ? undefined : pathOf(assignment.monitorId),
      issuedBy,
    },
    leadIsExternal: assignment.lead.kind === 'external',
    handlerIds: assignment.handlerId === null ? [] : [assignment.handlerId],
  }
}

/**
 * What this actor can do with the assignment now: the server refuses the rest, the web draws these buttons. A command of the list can
 * still be refused for its content (no reason, a day that cannot be), never for state, authority or separation of duties.
 */
export function actionsFor(
  assignment: Assignment,
  actor: Actor,
  at: Pick<Circumstances, 'today' | 'calendar' | 'answerWithinDays' | 'pathOf'>,
): AssignmentAction[] {
  const subject = subjectOf(assignment, at.pathOf)
  const standing = standingOf(assignment, at)
  return AssignmentAction.options.filter(
    (action) =>
      isAllowed(standing, action) &&
      !lacksApproval(standing, action, assignment) &&
      findDutyRefusal(assignment, action, actor.personId) === undefined &&
      allows(actor, deedFor(assignment, action), subject),
  )
}
