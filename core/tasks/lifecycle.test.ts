import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OFFICIAL_DAYS_OFF } from '#core/calendar/official-days-off.ts'
import { workingCalendar } from '#core/calendar/working-calendar.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Circumstances } from '#core/tasks/allowed.ts'
import { anAssignment, anIssuedAssignment } from '#core/tasks/an-assignment.ts'
import type { AssignmentCommand } from '#core/tasks/assignment-command.ts'
import type { Assignment } from '#core/tasks/assignment.ts'
import { decide, evolve } from '#core/tasks/lifecycle.ts'
import { findCascadeRefusal } from '#core/tasks/refusal.ts'

const id = (text: string) => text as Id
const day = (text: string) => text as PlainDate

/** Tuesday 3 March 2026, the day after the builder's day of issue; three working days to answer. */
function on(changes: Partial<Circumstances> = {}): Circumstances {
  return {
    today: day('2026-03-03'),
    actorId: id('lan'),
    calendar: workingCalendar(OFFICIAL_DAYS_OFF),
    answerWithinDays: 3,
    parent: null,
    pathOf: (unitId) => [id('ministry'), ...(unitId === 'commune' ? [id('province')] : []), unitId],
    ...changes,
  }
}

function after(assignment: Assignment, command: AssignmentCommand, changes: Partial<Circumstances> = {}): Assignment {
  const decided = decide(assignment, command, on(changes))
  assert.ok(decided.ok, decided.ok ? '' : decided.failure.code)
  return decided.value.reduce(evolve, assignment)
}

function codeOf(assignment: Assignment, command: AssignmentCommand, changes: Partial<Circumstances> = {}): string {
  const decided = decide(assignment, command, on(changes))
  return decided.ok ? 'allowed' : decided.failure.code
}

type CommandOf<T> = Extract<AssignmentCommand, { type: T }>

const ACCEPT = { type: 'accept', onBehalf: false } as const
const RETURN = { type: 'return', onBehalf: false, reason: 'không đúng chức năng' } as const
const REPORT: CommandOf<'report'> = { type: 'report', onBehalf: false, text: 'đã họp', percent: 40, evidenceIds: [] }
const COMPLETE: CommandOf<'report_complete'> = { ...REPORT, type: 'report_complete', text: 'đã xong', percent: 100 }
const WITHDRAW = { type: 'withdraw', reason: 'không còn cần' } as const

const accepted = anIssuedAssignment({ state: 'accepted' })
const inProgress = anIssuedAssignment({ state: 'in_progress', percent: 40 })
const reported = anIssuedAssignment({
  state: 'reported_complete',
  completion: { reportedOn: day('2026-03-18'), reportedBy: id('head'), onBehalf: false },
})
const external = { kind: 'external', id: id('partner') } as const

test('from draft to confirmed, the completion day is that of the report and not of the confirmation', () => {
  let assignment = after(anAssignment(), { type: 'issue' }, { today: day('2026-03-02') })
  assert.deepEqual(
    [assignment.state, assignment.issuedOn, assignment.originalDueOn],
    ['issued', '2026-03-02', '2026-03-20'],
  )
  assignment = after(assignment, ACCEPT)
  assignment = after(assignment, REPORT)
  assert.deepEqual([assignment.state, assignment.percent], ['in_progress', 40])
  assignment = after(assignment, COMPLETE, { today: day('2026-03-18'), actorId: id('head') })
  const confirmed = decide(assignment, { type: 'confirm' }, on({ today: day('2026-04-09') }))
  assert.ok(confirmed.ok)
  assert.deepEqual(confirmed.value, [{ type: 'confirmed', on: '2026-04-09', by: 'lan', doneOn: '2026-03-18' }])
  assert.equal(confirmed.value.reduce(evolve, assignment).state, 'confirmed')
})

test('a draft that needs approval is not issued without it', () => {
  const draft = anAssignment({ needsApproval: true })
  assert.equal(codeOf(draft, { type: 'issue' }), 'assignment/not_approved')
  const approved = after(draft, { type: 'approve' })
  assert.deepEqual([approved.state, approved.approvedBy], ['approved', 'lan'])
  assert.equal(after(approved, { type: 'issue' }).state, 'issued')
})

test('nobody approves what they drafted', () => {
  assert.equal(codeOf(anAssignment(), { type: 'approve' }, { actorId: id('drafter') }), 'assignment/own_draft')
})

test('an approved draft that is changed needs approval again, by somebody other than who changed it', () => {
  const approved = anAssignment({ state: 'approved', needsApproval: true, approvedBy: id('leader') })
  const changed = after(approved, { type: 'revise', dueOn: day('2026-03-25'), reason: '' })
  assert.deepEqual([changed.state, changed.approvedBy, changed.draftedBy], ['draft', null, 'lan'])
  assert.equal(codeOf(changed, { type: 'issue' }), 'assignment/not_approved')
  assert.equal(codeOf(changed, { type: 'approve' }), 'assignment/own_draft')
  assert.equal(after(approved, { type: 'set_cooperating', unitIds: [id('department')] }).state, 'draft')
})

test('only an issued assignment is accepted or returned', () => {
  for (const command of [ACCEPT, RETURN]) {
    assert.equal(codeOf(anAssignment(), command), 'assignment/not_issued')
    for (const answered of [accepted, inProgress, after(anIssuedAssignment(), RETURN)])
      assert.equal(codeOf(answered, command), 'assignment/already_answered')
  }
  assert.equal(codeOf(accepted, { type: 'issue' }), 'assignment/already_issued')
  assert.equal(codeOf(accepted, { type: 'approve' }), 'assignment/not_draft')
})

test('returning needs a reason', () => {
  assert.equal(codeOf(anIssuedAssignment(), { ...RETURN, reason: '  ' }), 'assignment/reason_missing')
  assert.equal(after(anIssuedAssignment(), RETURN).state, 'returned')
})

test('what is not answered within three working days is deemed accepted: reported on, and no longer returned', () => {
  const issued = anIssuedAssignment()
  assert.equal(codeOf(issued, RETURN, { today: day('2026-03-05') }), 'allowed')
  assert.equal(codeOf(issued, REPORT, { today: day('2026-03-05') }), 'assignment/not_accepted')
  const refused = decide(issued, RETURN, on({ today: day('2026-03-06') }))
  assert.deepEqual(refused, { ok: false, failure: { code: 'assignment/deemed_accepted', answerBy: '2026-03-05' } })
  const started = decide(issued, REPORT, on({ today: day('2026-03-06') }))
  assert.ok(started.ok)
  assert.deepEqual(
    started.value.map(({ type }) => type),
    ['started', 'progress_reported'],
  )
  assert.deepEqual(started.value[0], { type: 'started', on: '2026-03-06', by: 'lan', deemedAccepted: true })
})

test('the days to answer are working days: issued before Tết, it can be returned after it', () => {
  const beforeTet = anIssuedAssignment({ issuedOn: day('2026-02-12'), answerFrom: day('2026-02-12') })
  assert.equal(codeOf(beforeTet, RETURN, { today: day('2026-02-24') }), 'allowed')
  assert.equal(codeOf(beforeTet, RETURN, { today: day('2026-02-25') }), 'assignment/deemed_accepted')
})

test('work starts with the first report, once', () => {
  const first = decide(accepted, REPORT, on())
  const second = decide(inProgress, REPORT, on())
  assert.ok(first.ok && second.ok)
  assert.deepEqual(
    first.value.map(({ type }) => type),
    ['started', 'progress_reported'],
  )
  assert.deepEqual(
    second.value.map(({ type }) => type),
    ['progress_reported'],
  )
})

test('a report says something, and its percent is from 0 to 100', () => {
  assert.equal(codeOf(accepted, { ...REPORT, text: ' ' }), 'assignment/text_missing')
  assert.equal(codeOf(accepted, { ...REPORT, percent: 101 }), 'assignment/percent_impossible')
  assert.equal(codeOf(accepted, { ...REPORT, percent: 0.5 }), 'assignment/percent_impossible')
  assert.equal(after(inProgress, { ...REPORT, percent: null }).percent, 40)
})

test('a unit reports today and on no other day', () => {
  assert.equal(codeOf(accepted, { ...COMPLETE, reportedOn: day('2026-03-02') }), 'assignment/day_not_open')
})

test('while a report of completion is with the office, no other is made', () => {
  assert.equal(codeOf(reported, COMPLETE), 'assignment/already_reported')
  assert.equal(codeOf(reported, REPORT), 'assignment/already_reported')
})

test('nobody confirms or sends back what they reported, and the handler does neither', () => {
  for (const command of [{ type: 'confirm' }, { type: 'send_back', reason: 'thiếu' }] as const) {
    assert.equal(codeOf(reported, command, { actorId: id('head') }), 'assignment/own_work')
    assert.equal(codeOf({ ...reported, handlerId: id('lan') }, command), 'assignment/own_work')
    assert.equal(codeOf(reported, command), 'allowed')
  }
})

test('sent back with a reason, it is in progress again and can be reported anew', () => {
  assert.equal(codeOf(reported, { type: 'send_back', reason: '' }), 'assignment/reason_missing')
  const sentBack = after(reported, { type: 'send_back', reason: 'thiếu tài liệu' })
  assert.deepEqual([sentBack.state, sentBack.completion], ['in_progress', null])
  assert.equal(after(sentBack, COMPLETE, { today: day('2026-03-19') }).completion?.reportedOn, '2026-03-19')
})

test('what is not reported complete is neither confirmed nor sent back', () => {
  assert.equal(codeOf(inProgress, { type: 'confirm' }), 'assignment/not_reported')
})

test('only a returned assignment is reassigned, and its new lead starts afresh', () => {
  const reassign = { type: 'reassign', lead: { kind: 'unit', id: id('department') }, reason: 'đúng chức năng' } as const
  assert.equal(codeOf(accepted, reassign), 'assignment/not_returned')
  const returned = anIssuedAssignment({
    state: 'returned',
    cooperatingIds: [id('department'), id('other')],
    handlerId: id('an'),
  })
  assert.equal(codeOf(returned, { ...reassign, reason: '' }), 'assignment/reason_missing')
  const reassigned = after(returned, reassign, { today: day('2026-03-10') })
  assert.deepEqual(reassigned, {
    ...returned,
    state: 'issued',
    lead: { kind: 'unit', id: 'department' },
    answerFrom: '2026-03-10',
    cooperatingIds: ['other'],
    handlerId: null,
  })
  assert.equal(codeOf(reassigned, RETURN, { today: day('2026-03-13') }), 'allowed')
})

test('a revision corrects the due date and keeps the original', () => {
  assert.equal(
    codeOf(inProgress, { type: 'revise', dueOn: day('2026-04-01'), reason: ' ' }),
    'assignment/reason_missing',
  )
  assert.equal(
    codeOf(inProgress, { type: 'revise', dueOn: day('2026-03-20'), reason: 'x' }),
    'assignment/nothing_changed',
  )
  const revised = after(inProgress, { type: 'revise', dueOn: null, action: 'rà soát', reason: 'sai ngày' })
  assert.deepEqual([revised.dueOn, revised.originalDueOn, revised.action], [null, '2026-03-20', 'rà soát'])
  assert.deepEqual([revised.state, revised.draftedBy], ['in_progress', 'drafter'])
})

test('a revision may name a day before the issue, as work that is recorded late was due then, but no day of another century', () => {
  const revise = (text: string) => ({ type: 'revise', dueOn: day(text), reason: 'sai ngày' }) as const
  const given = anIssuedAssignment({ issuedOn: day('2026-03-10'), dueOn: day('2026-03-20') })
  assert.equal(codeOf(given, revise('2026-03-02')), 'allowed')
  for (const slip of ['1900-01-01', '1999-12-31', '2100-01-01', '2206-03-20'])
    assert.equal(codeOf(given, revise(slip)), 'assignment/due_implausible')
  const old = { ...given, dueOn: day('2206-03-20') }
  assert.equal(codeOf(old, { ...revise('2206-03-20'), action: 'rà soát' }), 'allowed')
})

test('exactly one lead: it does not cooperate with itself, and no unit is named twice', () => {
  const set = (...units: string[]) => ({ type: 'set_cooperating', unitIds: units.map(id) }) as const
  assert.equal(codeOf(accepted, set('province')), 'assignment/lead_cooperates')
  assert.equal(codeOf(accepted, set('department', 'department')), 'assignment/unit_twice')
  assert.deepEqual(after(accepted, set('department')).cooperatingIds, ['department'])
})

test('the answers of an external lead are recorded on its behalf, and marked so', () => {
  const issued = anIssuedAssignment({ lead: external })
  assert.equal(codeOf(issued, ACCEPT), 'assignment/lead_is_external')
  const acceptedForIt = after(issued, { ...ACCEPT, onBehalf: true })
  const onBehalf = { ...COMPLETE, onBehalf: true, reportedOn: day('2026-03-09') }
  const completed = after(acceptedForIt, onBehalf, { today: day('2026-03-12') })
  assert.deepEqual(completed.completion, { reportedOn: '2026-03-09', reportedBy: 'lan', onBehalf: true })
  assert.equal(codeOf(completed, { type: 'confirm' }), 'assignment/own_work')
  assert.equal(codeOf(issued, { type: 'assign_handler', personId: id('an') }), 'assignment/lead_is_external')
})

test('an external lead reported on a day between issue and today', () => {
  const issued = anIssuedAssignment({ lead: external, state: 'accepted' })
  const reportOn = (text: string) => codeOf(issued, { ...COMPLETE, onBehalf: true, reportedOn: day(text) })
  assert.equal(reportOn('2026-03-01'), 'assignment/day_impossible')
  assert.equal(reportOn('2026-03-04'), 'assignment/day_impossible')
  assert.equal(reportOn('2026-03-02'), 'allowed')
})

test('nobody answers on behalf of a unit of the organisation', () => {
  for (const command of [ACCEPT, RETURN]) {
    assert.equal(codeOf(anIssuedAssignment(), { ...command, onBehalf: true }), 'assignment/lead_is_internal')
  }
  assert.equal(codeOf(accepted, { ...COMPLETE, onBehalf: true }), 'assignment/lead_is_internal')
})

test('by authority, with a reason, an assignment leaves at any time before it is confirmed', () => {
  for (const assignment of [anAssignment(), anIssuedAssignment(), accepted, inProgress, reported]) {
    assert.equal(codeOf(assignment, { type: 'withdraw', reason: '' }), 'assignment/reason_missing')
    assert.equal(after(assignment, WITHDRAW).state, 'withdrawn')
  }
  const supersede = { type: 'supersede', byAssignmentId: id('new'), reason: 'thay thế' } as const
  const merge = { type: 'merge', intoAssignmentId: id('other'), reason: 'gộp' } as const
  assert.equal(after(accepted, supersede).state, 'superseded')
  assert.equal(after(accepted, merge).state, 'merged')
  assert.equal(codeOf(accepted, { ...supersede, byAssignmentId: accepted.id }), 'assignment/itself')
  assert.equal(codeOf(accepted, { ...merge, intoAssignmentId: accepted.id }), 'assignment/itself')
})

test('nothing follows after the end', () => {
  for (const state of ['confirmed', 'withdrawn', 'superseded', 'merged'] as const) {
    for (const command of [WITHDRAW, ACCEPT, REPORT, { type: 'confirm' } as const]) {
      assert.equal(codeOf(anIssuedAssignment({ state }), command), 'assignment/closed')
    }
  }
})

test('a holder cascades only to units below, due no later than itself, and only what it has accepted', () => {
  const refusal = (parent: Assignment, lead: string, dueOn: string | null) =>
    findCascadeRefusal(parent, { leadIds: [id(lead)], dueOn: dueOn === null ? null : day(dueOn) }, on())?.code
  assert.equal(refusal(accepted, 'commune', '2026-03-20'), undefined)
  assert.equal(refusal(accepted, 'commune', '2026-03-21'), 'assignment/due_after_parent')
  assert.equal(refusal(accepted, 'commune', null), 'assignment/due_after_parent')
  assert.equal(refusal(anIssuedAssignment({ state: 'accepted', dueOn: null }), 'commune', null), undefined)
  assert.equal(refusal(accepted, 'province', '2026-03-20'), 'assignment/not_below_holder')
  assert.equal(refusal(accepted, 'department', '2026-03-20'), 'assignment/not_below_holder')
  assert.equal(refusal(anIssuedAssignment(), 'commune', '2026-03-20'), 'assignment/not_accepted')
  assert.equal(
    refusal(anIssuedAssignment({ state: 'accepted', lead: external }), 'commune', null),
    'assignment/lead_is_external',
  )
})

test('a child stays due no later than its parent and below the holder, also when it is revised or reassigned', () => {
  const parent = { leadId: id('province'), dueOn: day('2026-03-20') }
  const child = anIssuedAssignment({ lead: { kind: 'unit', id: id('commune') }, dueOn: day('2026-03-15') })
  const revise = (text: string) => ({ type: 'revise', dueOn: day(text), reason: 'sai ngày' }) as const
  assert.equal(codeOf(child, revise('2026-03-20'), { parent }), 'allowed')
  assert.equal(codeOf(child, revise('2026-03-21'), { parent }), 'assignment/due_after_parent')
  const reassign = { type: 'reassign', lead: { kind: 'unit', id: id('department') }, reason: 'khác' } as const
  assert.equal(codeOf({ ...child, state: 'returned' }, reassign, { parent }), 'assignment/not_below_holder')
})

test('a handler is named by the unit once it is issued, and can be taken back', () => {
  const named = after(anIssuedAssignment(), { type: 'assign_handler', personId: id('an') })
  assert.equal(named.handlerId, 'an')
  assert.equal(after(named, { type: 'assign_handler', personId: null }).handlerId, null)
  assert.equal(codeOf(anAssignment(), { type: 'assign_handler', personId: id('an') }), 'assignment/not_issued')
})
