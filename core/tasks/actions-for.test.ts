import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OFFICIAL_DAYS_OFF } from '#core/calendar/official-days-off.ts'
import { workingCalendar } from '#core/calendar/working-calendar.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Actor } from '#core/people/may.ts'
import type { Role } from '#core/people/role.ts'
import { actionsFor } from '#core/tasks/actions-for.ts'
import { anAssignment, anIssuedAssignment } from '#core/tasks/an-assignment.ts'
import type { Assignment } from '#core/tasks/assignment.ts'

const id = (text: string) => text as Id

function as(role: Role, unit: string, personId = 'lan'): Actor {
  return { personId: id(personId), roles: [{ role, unitId: id(unit) }] }
}

function actions(assignment: Assignment, actor: Actor, today = '2026-03-03'): string[] {
  return actionsFor(assignment, actor, {
    today: today as PlainDate,
    calendar: workingCalendar(OFFICIAL_DAYS_OFF),
    answerWithinDays: 3,
    pathOf: (unitId) => (unitId === 'ministry' ? [unitId] : [id('ministry'), unitId]),
  })
}

const inProgress = anIssuedAssignment({ state: 'in_progress' })
const reported = anIssuedAssignment({
  state: 'reported_complete',
  completion: { reportedOn: '2026-03-18' as PlainDate, reportedBy: id('head'), onBehalf: false },
})

test('the office drafts, corrects and issues; a leader approves; the province sees nothing of it', () => {
  const draft = anAssignment()
  assert.deepEqual(actions(draft, as('officer', 'ministry')), ['issue', 'revise', 'set_cooperating', 'withdraw'])
  assert.deepEqual(actions(draft, as('leader', 'ministry')), ['approve'])
  assert.deepEqual(actions(draft, as('unit-head', 'province')), [])
})

test('a draft that waits for approval cannot be issued, and its drafter cannot approve it', () => {
  const draft = anAssignment({ needsApproval: true })
  assert.deepEqual(actions(draft, as('officer', 'ministry')), ['revise', 'set_cooperating', 'withdraw'])
  assert.deepEqual(actions(draft, as('leader', 'ministry', 'drafter')), [])
})

test('the lead answers an issued assignment; returning is the unit head’s alone', () => {
  assert.deepEqual(actions(anIssuedAssignment(), as('unit-head', 'province')), ['accept', 'return', 'assign_handler'])
  assert.deepEqual(actions(anIssuedAssignment(), as('focal-point', 'province')), ['accept', 'assign_handler'])
})

test('what is deemed accepted offers the work and no longer the answer', () => {
  const offered = actions(anIssuedAssignment(), as('unit-head', 'province'), '2026-03-06')
  assert.deepEqual(offered, ['assign_handler', 'report', 'report_complete', 'cascade'])
})

test('a reporter and a handler report progress, and completion is not theirs', () => {
  assert.deepEqual(actions(inProgress, as('reporter', 'province')), ['report'])
  assert.deepEqual(actions({ ...inProgress, handlerId: id('lan') }, as('press-officer', 'province')), ['report'])
})

test('the office confirms or sends back what it issued; whoever reported it does not, whatever their role', () => {
  assert.deepEqual(actions(reported, as('officer', 'ministry')).slice(0, 2), ['confirm', 'send_back'])
  const isDecided = (action: string) => action === 'confirm' || action === 'send_back'
  assert.deepEqual(actions(reported, as('officer', 'ministry', 'head')).filter(isDecided), [])
  assert.deepEqual(actions(reported, as('unit-head', 'province')), [])
})

test('for an external lead the office answers and reports, and a unit that bears its id does not', () => {
  const outside = { kind: 'external', id: id('partner') } as const
  const issued = anIssuedAssignment({ lead: outside })
  assert.deepEqual(actions(issued, as('officer', 'ministry')).slice(0, 2), ['accept', 'return'])
  const working = anIssuedAssignment({ state: 'in_progress', lead: outside })
  assert.deepEqual(actions(working, as('officer', 'ministry')).slice(0, 2), ['report', 'report_complete'])
  for (const role of ['unit-head', 'liaison', 'officer'] as const)
    assert.deepEqual(actions(working, as(role, 'partner')), [])
})

test('an auditor and an administrator do nothing', () => {
  for (const assignment of [anAssignment(), anIssuedAssignment(), inProgress, reported]) {
    assert.deepEqual(actions(assignment, as('auditor', 'ministry')), [])
    assert.deepEqual(actions(assignment, as('administrator', 'ministry')), [])
  }
})
