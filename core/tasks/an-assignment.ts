import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Assignment } from '#core/tasks/assignment.ts'

/** For tests: an assignment of the ministry to a province, drafted and not yet issued, due on 20 March 2026. */
export function anAssignment(changes: Partial<Assignment> = {}): Assignment {
  return {
    id: 'assignment' as Id,
    taskId: 'task' as Id,
    state: 'draft',
    lead: { kind: 'unit', id: 'province' as Id },
    cooperatingIds: [],
    monitorId: null,
    issuedBy: 'ministry' as Id,
    draftedBy: 'drafter' as Id,
    needsApproval: false,
    approvedBy: null,
    issuedOn: null,
    answerFrom: null,
    action: null,
    originalDueOn: null,
    dueOn: '2026-03-20' as PlainDate,
    deadlineText: null,
    reporting: null,
    handlerId: null,
    percent: null,
    completion: null,
    ...changes,
  }
}

/** The same, issued on Monday 2 March 2026. */
export function anIssuedAssignment(changes: Partial<Assignment> = {}): Assignment {
  const issuedOn = '2026-03-02' as PlainDate
  const dueOn = '2026-03-20' as PlainDate
  return anAssignment({ state: 'issued', issuedOn, answerFrom: issuedOn, originalDueOn: dueOn, dueOn, ...changes })
}
