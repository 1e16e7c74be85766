import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { factsOfRow, lateness } from '#core/tasks/lateness.ts'
import type { LatenessFacts, LatenessRow } from '#core/tasks/lateness.ts'

const day = (text: string) => text as PlainDate
const noon = (text: string) => `${text}T05:00:00Z` as Instant

/** Issued on 1 March 2026, due on the 20th, nothing reported. */
function facts(changes: Partial<LatenessFacts> = {}): LatenessFacts {
  return {
    issuedOn: day('2026-03-01'),
    issuedAt: noon('2026-03-01'),
    dueOn: day('2026-03-20'),
    revisions: [],
    extensions: [],
    reports: [],
    exit: null,
    ...changes,
  }
}

type Report = LatenessFacts['reports'][number]
type Extension = LatenessFacts['extensions'][number]

function report(on: string, outcome: Report['outcome'] = 'pending', decidedOn?: string): Report {
  return { on: day(on), recordedAt: noon(on), outcome, decidedAt: decidedOn === undefined ? null : noon(decidedOn) }
}

function extension(dueOn: string, outcome: Extension['outcome'] = 'pending', decidedOn?: string): Extension {
  return { dueOn: day(dueOn), outcome, decidedAt: decidedOn === undefined ? null : noon(decidedOn) }
}

function classOf(changes: Partial<LatenessFacts>, asOf: string, knownAt?: string) {
  return lateness(facts(changes), day(asOf), knownAt === undefined ? undefined : noon(knownAt)).class
}

test('open, and due after or on the day: in term', () => {
  assert.equal(classOf({}, '2026-03-19'), 'open_in_term')
  assert.equal(classOf({}, '2026-03-20'), 'open_in_term')
})

test('open, and due before the day: overdue by the days between', () => {
  const { class: kind, daysLate } = lateness(facts(), day('2026-04-02'))
  assert.deepEqual([kind, daysLate], ['open_overdue', 13])
})

test('open without a deadline: counted by its age since issue', () => {
  const { class: kind, ageDays, daysLate } = lateness(facts({ dueOn: null }), day('2026-05-30'))
  assert.deepEqual([kind, ageDays, daysLate], ['open_no_deadline', 90, null])
})

test('reported complete, not yet confirmed: classed as open on the day of the report, and waiting for confirmation', () => {
  const inTime = lateness(facts({ reports: [report('2026-03-18')] }), day('2026-04-30'))
  assert.deepEqual([inTime.class, inTime.awaitingConfirmation], ['open_in_term', true])
  const late = lateness(facts({ reports: [report('2026-03-25')] }), day('2026-04-30'))
  assert.deepEqual([late.class, late.daysLate, late.awaitingConfirmation], ['open_overdue', 5, true])
  const undated = lateness(facts({ dueOn: null, reports: [report('2026-03-11')] }), day('2026-04-30'))
  assert.deepEqual([undated.class, undated.ageDays], ['open_no_deadline', 10])
})

test('before the day of the report it is not yet reported', () => {
  const before = lateness(facts({ reports: [report('2026-03-25')] }), day('2026-03-24'))
  assert.deepEqual([before.class, before.daysLate, before.awaitingConfirmation], ['open_overdue', 4, false])
})

test('confirmed without a deadline: done', () => {
  assert.equal(
    classOf({ dueOn: null, reports: [report('2026-03-11', 'confirmed', '2026-03-12')] }, '2026-04-30'),
    'done_no_deadline',
  )
})

test('confirmed, and reported no later than due: done on time', () => {
  assert.equal(classOf({ reports: [report('2026-03-20', 'confirmed', '2026-04-15')] }, '2026-04-30'), 'done_on_time')
})

test('confirmed, and reported after due: done late by the days between', () => {
  const done = lateness(facts({ reports: [report('2026-03-23', 'confirmed', '2026-03-24')] }), day('2026-04-30'))
  assert.deepEqual([done.class, done.daysLate, done.awaitingConfirmation], ['done_late', 3, false])
})

test('sent back: open again, and the clock never stopped', () => {
  const sentBack = lateness(facts({ reports: [report('2026-03-18', 'sent_back', '2026-03-25')] }), day('2026-03-30'))
  assert.deepEqual([sentBack.class, sentBack.daysLate, sentBack.awaitingConfirmation], ['open_overdue', 10, false])
})

test('sent back and reported again: the day of the report that was finally confirmed counts', () => {
  const reports = [report('2026-03-18', 'sent_back', '2026-03-19'), report('2026-03-22', 'confirmed', '2026-03-23')]
  assert.equal(lateness(facts({ reports }), day('2026-04-30')).daysLate, 2)
})

test('a pending extension is as if it were not asked for, and so is a refused one', () => {
  assert.equal(classOf({ extensions: [extension('2026-04-20')] }, '2026-03-25'), 'open_overdue')
  assert.equal(
    classOf({ extensions: [extension('2026-04-20', 'refused', '2026-03-10')] }, '2026-03-25'),
    'open_overdue',
  )
})

test('a granted extension: against the new date, and against the original in the second column', () => {
  const extended = lateness(
    facts({ extensions: [extension('2026-04-20', 'granted', '2026-03-10')] }),
    day('2026-03-25'),
  )
  assert.deepEqual([extended.class, extended.dueOn], ['open_in_term', '2026-04-20'])
  assert.deepEqual(extended.original, { class: 'open_overdue', dueOn: '2026-03-20', daysLate: 5 })
})

test('an extension holds from the day it is granted; the days before stay overdue', () => {
  const extensions = [extension('2026-04-20', 'granted', '2026-03-25')]
  assert.equal(classOf({ extensions }, '2026-03-24'), 'open_overdue')
  assert.equal(classOf({ extensions }, '2026-03-25'), 'open_in_term')
})

test('of several extensions and revisions the one decided last holds', () => {
  const extensions = [
    extension('2026-06-01', 'granted', '2026-03-15'),
    extension('2026-04-20', 'granted', '2026-03-10'),
  ]
  assert.equal(lateness(facts({ extensions }), day('2026-03-25')).dueOn, '2026-06-01')
  const revisions = [{ dueOn: day('2026-03-22'), decidedAt: noon('2026-03-16') }]
  assert.equal(lateness(facts({ extensions, revisions }), day('2026-03-25')).dueOn, '2026-03-22')
})

test('a revision that takes the due date away leaves the original in the second column', () => {
  const revisions = [{ dueOn: null, decidedAt: noon('2026-03-16') }]
  const revised = lateness(facts({ revisions }), day('2026-03-25'))
  assert.deepEqual([revised.class, revised.ageDays], ['open_no_deadline', 24])
  assert.equal(revised.original.class, 'open_overdue')
})

test('withdrawn, superseded or merged before it was done: closed without result', () => {
  for (const kind of ['withdrawn', 'superseded', 'merged'] as const) {
    const exit = { kind, on: day('2026-03-22'), recordedAt: noon('2026-03-22') }
    assert.equal(classOf({ exit }, '2026-04-30'), 'closed_without_result')
    assert.equal(classOf({ exit, reports: [report('2026-03-18')] }, '2026-04-30'), 'closed_without_result')
    assert.equal(classOf({ exit }, '2026-03-21'), 'open_overdue')
  }
})

test('what was done before it was withdrawn stays done; what was reported afterwards does not count', () => {
  const exit = { kind: 'withdrawn', on: day('2026-03-22'), recordedAt: noon('2026-03-22') } as const
  assert.equal(
    classOf({ exit, reports: [report('2026-03-18', 'confirmed', '2026-03-19')] }, '2026-04-30'),
    'done_on_time',
  )
  const after = [report('2026-03-25', 'confirmed', '2026-03-26')]
  assert.equal(classOf({ exit, reports: after }, '2026-04-30'), 'closed_without_result')
})

test('draft or approved but not issued: not counted, nor before the day of issue', () => {
  assert.equal(classOf({ issuedOn: null, issuedAt: null }, '2026-04-30'), 'not_counted')
  assert.equal(classOf({}, '2026-02-28'), 'not_counted')
})

test('what was recorded later was not known: the report of the 18th, entered on the 25th', () => {
  const reports = [{ ...report('2026-03-18', 'confirmed', '2026-03-26'), recordedAt: noon('2026-03-25') }]
  assert.equal(classOf({ reports }, '2026-03-24'), 'done_on_time')
  assert.equal(classOf({ reports }, '2026-03-24', '2026-03-24'), 'open_overdue')
})

test('a confirmation that was not yet known leaves the report waiting', () => {
  const known = lateness(
    facts({ reports: [report('2026-03-18', 'confirmed', '2026-04-09')] }),
    day('2026-03-31'),
    noon('2026-03-31'),
  )
  assert.deepEqual([known.class, known.awaitingConfirmation], ['open_in_term', true])
})

test('an extension, an exit and an issue that were not yet known change nothing', () => {
  const extensions = [extension('2026-04-20', 'granted', '2026-03-25')]
  assert.equal(classOf({ extensions }, '2026-03-30', '2026-03-24'), 'open_overdue')
  const exit = { kind: 'withdrawn', on: day('2026-03-10'), recordedAt: noon('2026-03-25') } as const
  assert.equal(classOf({ exit }, '2026-03-15', '2026-03-20'), 'open_in_term')
  assert.equal(classOf({ issuedAt: noon('2026-03-04') }, '2026-03-02', '2026-03-03'), 'not_counted')
  assert.equal(classOf({ issuedAt: noon('2026-03-04') }, '2026-03-02', '2026-03-04'), 'open_in_term')
})

test('an extension granted at 23.30 in Hà Nội holds from that day, not from the next', () => {
  const extensions = [
    { dueOn: day('2026-04-20'), outcome: 'granted', decidedAt: '2026-03-25T16:30:00Z' as Instant } as const,
  ]
  assert.equal(classOf({ extensions }, '2026-03-25'), 'open_in_term')
})

function row(changes: Partial<LatenessRow>): LatenessFacts {
  return factsOfRow({
    state: 'in_progress',
    issuedOn: day('2026-03-01'),
    originalDueOn: day('2026-03-20'),
    dueOn: day('2026-03-20'),
    completedOn: null,
    reportedOn: null,
    exitedOn: null,
    ...changes,
  })
}

test('the row of an assignment is enough for its class of today', () => {
  const today = day('2026-03-25')
  assert.equal(lateness(row({}), today).class, 'open_overdue')
  assert.equal(lateness(row({ state: 'draft', issuedOn: null }), today).class, 'not_counted')
  assert.equal(lateness(row({ state: 'confirmed', completedOn: day('2026-03-22') }), today).daysLate, 2)
  assert.equal(lateness(row({ state: 'withdrawn', exitedOn: day('2026-03-22') }), today).class, 'closed_without_result')
  const reported = lateness(row({ state: 'reported_complete', reportedOn: day('2026-03-19') }), today)
  assert.deepEqual([reported.class, reported.awaitingConfirmation], ['open_in_term', true])
  const revised = lateness(row({ dueOn: day('2026-03-30') }), today)
  assert.deepEqual([revised.class, revised.original.class], ['open_in_term', 'open_overdue'])
})
