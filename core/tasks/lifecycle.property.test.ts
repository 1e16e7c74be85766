import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { OFFICIAL_DAYS_OFF } from '#core/calendar/official-days-off.ts'
import { workingCalendar } from '#core/calendar/working-calendar.ts'
import type { Id } from '#core/kernel/id.ts'
import { addDays } from '#core/kernel/plain-date.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { ALLOWED, isAllowed, standingOf } from '#core/tasks/allowed.ts'
import { anAssignment } from '#core/tasks/an-assignment.ts'
import type { AssignmentCommand } from '#core/tasks/assignment-command.ts'
import type { AssignmentEvent } from '#core/tasks/assignment-event.ts'
import { Assignment } from '#core/tasks/assignment.ts'
import { decide, evolve } from '#core/tasks/lifecycle.ts'

const calendar = workingCalendar(OFFICIAL_DAYS_OFF)
const aPerson = fc.constantFrom('drafter', 'leader', 'officer', 'head').map((text) => text as Id)
const aUnit = fc.constantFrom('province', 'department', 'commune').map((text) => text as Id)
const someDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-03-01' as PlainDate, days))
const mostly = <T>(value: T, other: T) => fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, fc.constant(other))
const aReason = mostly('có lý do', '')
const onBehalf = fc.boolean()

const aReport = {
  onBehalf,
  text: mostly('đã làm', ''),
  percent: fc.option(fc.integer({ min: -5, max: 105 }), { nil: null }),
  evidenceIds: fc.constant<Id[]>([]),
}

/** The way through is tried more often than the ways out, or hardly a history would come to its end. */
const aCommand: fc.Arbitrary<AssignmentCommand> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ type: 'approve' as const }) },
  { weight: 6, arbitrary: fc.constant({ type: 'issue' as const }) },
  { weight: 6, arbitrary: fc.constant({ type: 'confirm' as const }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('accept' as const), onBehalf }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('return' as const), onBehalf, reason: aReason }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('report' as const), ...aReport }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('report_complete' as const), ...aReport }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('send_back' as const), reason: aReason }) },
  fc.record({ type: fc.constant('assign_handler' as const), personId: fc.option(aPerson, { nil: null }) }),
  fc.record({ type: fc.constant('revise' as const), dueOn: fc.option(someDay, { nil: null }), reason: aReason }),
  fc.record({ type: fc.constant('set_cooperating' as const), unitIds: fc.array(aUnit, { maxLength: 3 }) }),
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('reassign' as const),
      lead: fc.record({ kind: fc.constantFrom('unit' as const, 'external' as const), id: aUnit }),
      reason: aReason,
    }),
  },
  fc.record({ type: fc.constant('withdraw' as const), reason: aReason }),
)

/** Steps that somebody tries, each some days after the one before. */
const aHistory = fc.array(fc.record({ command: aCommand, actorId: aPerson, days: fc.integer({ min: 0, max: 2 }) }), {
  minLength: 20,
  maxLength: 60,
  size: 'max',
})

type Step = { assignment: Assignment; event: AssignmentEvent; today: PlainDate }

/** Every step that was taken, and a check at every attempt. */
function live(
  history: readonly { command: AssignmentCommand; actorId: Id; days: number }[],
  needsApproval: boolean,
  attempt: (assignment: Assignment, command: AssignmentCommand, isTaken: boolean, today: PlainDate) => void = () => {},
): Step[] {
  let assignment = anAssignment({ needsApproval })
  let today = '2026-03-02' as PlainDate
  const steps: Step[] = []
  for (const { command, actorId, days } of history) {
    today = addDays(today, days)
    const at = { today, actorId, calendar, answerWithinDays: 3, parent: null, pathOf: () => [] }
    const decided = decide(assignment, command, at)
    attempt(assignment, command, decided.ok, today)
    for (const event of decided.ok ? decided.value : []) {
      steps.push({ assignment, event, today })
      assignment = evolve(assignment, event)
    }
  }
  return steps
}

test('the histories tried here do come to every kind of event', () => {
  const met = new Set<string>()
  const histories = fc.sample(fc.tuple(aHistory, fc.boolean()), { numRuns: 300, seed: 1 })
  for (const [history, needsApproval] of histories) {
    for (const { event } of live(history, needsApproval)) met.add(event.type)
  }
  const events = ['approved', 'issued', 'accepted', 'returned', 'reassigned', 'handler_assigned', 'started', 'revised']
  const others = ['progress_reported', 'completion_reported', 'sent_back', 'confirmed', 'cooperating_set', 'withdrawn']
  assert.deepEqual([...met].toSorted(), [...events, ...others].toSorted())
})

test('whatever is tried, only what the table allows is done', () => {
  fc.assert(
    fc.property(aHistory, fc.boolean(), (history, needsApproval) => {
      live(history, needsApproval, (assignment, command, isTaken, today) => {
        if (!isTaken) return
        const state = standingOf(assignment, { today, calendar, answerWithinDays: 3 })
        assert.ok(isAllowed(state, command.type), `${command.type} in ${state}`)
      })
    }),
    { numRuns: 300 },
  )
})

test('whatever is tried, nobody approves their draft or decides on their own report', () => {
  fc.assert(
    fc.property(aHistory, fc.boolean(), (history, needsApproval) => {
      for (const { assignment, event } of live(history, needsApproval)) {
        if (event.type === 'approved') assert.notEqual(event.by, assignment.draftedBy)
        if (event.type !== 'confirmed' && event.type !== 'sent_back') continue
        assert.notEqual(event.by, assignment.completion?.reportedBy)
        assert.notEqual(event.by, assignment.handlerId)
      }
    }),
    { numRuns: 300 },
  )
})

test('whatever is tried, the assignment stays well formed, with one lead that does not cooperate, and its first dates', () => {
  const Shape = Assignment.omit({ id: true, taskId: true, lead: true, cooperatingIds: true, issuedBy: true }).omit({
    draftedBy: true,
    approvedBy: true,
    handlerId: true,
    completion: true,
  })
  fc.assert(
    fc.property(aHistory, fc.boolean(), (history, needsApproval) => {
      for (const { assignment, event } of live(history, needsApproval)) {
        const next = evolve(assignment, event)
        assert.ok(Shape.safeParse(next).success)
        assert.ok(!next.cooperatingIds.includes(next.lead.id))
        const isWithOffice = next.state === 'reported_complete' || next.state === 'confirmed'
        if (isWithOffice || ALLOWED[next.state].length > 0) assert.equal(next.completion !== null, isWithOffice)
        if (assignment.issuedOn === null) continue
        assert.equal(next.issuedOn, assignment.issuedOn)
        assert.equal(next.originalDueOn, assignment.originalDueOn)
      }
    }),
    { numRuns: 300 },
  )
})

test('whatever is tried, what needs approval is issued only with it', () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      for (const { assignment, event } of live(history, true)) {
        if (event.type === 'issued') assert.notEqual(assignment.approvedBy, null)
      }
    }),
    { numRuns: 300 },
  )
})

test('whatever is tried, what is marked as on behalf has an external lead, and what is not has not', () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      for (const { assignment, event } of live(history, false)) {
        if ('onBehalf' in event) assert.equal(event.onBehalf, assignment.lead.kind === 'external')
      }
    }),
    { numRuns: 300 },
  )
})
