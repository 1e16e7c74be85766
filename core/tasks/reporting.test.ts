import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import {
  countMissed,
  expectedReports,
  nextReportOn,
  reportDays,
  type ReportingFacts,
  type ReportingRule,
  withRule,
} from '#core/tasks/reporting.ts'

const day = (text: string) => text as PlainDate
const ISSUED = day('2026-03-02') // a Monday
const FRIDAYS: ReportingRule = { kind: 'weeks', every: 1, weekday: 5 }
const on25th: ReportingRule = { kind: 'months', every: 1, day: 25 }

function facts(changes: Partial<ReportingFacts> = {}): ReportingFacts {
  return {
    plan: [{ from: null, rule: FRIDAYS }],
    issuedOn: ISSUED,
    answerFrom: ISSUED,
    completedOn: null,
    endedOn: null,
    reports: [],
    ...changes,
  }
}

const report = (on: string, sentBackAt: string | null = null) => ({
  id: on,
  on: day(on),
  sentBackAt: sentBackAt as Instant | null,
})
const inShort = (of: ReportingFacts, today: string) =>
  expectedReports(of, day(today)).map(({ on, state }) => `${on} ${state}`)

test('a report every week on Friday is first due on the Friday after the day of issue', () => {
  assert.deepEqual(reportDays([{ from: null, rule: FRIDAYS }], ISSUED, day('2026-03-20')), [
    '2026-03-06',
    '2026-03-13',
    '2026-03-20',
  ])
  assert.deepEqual(reportDays([{ from: null, rule: FRIDAYS }], day('2026-03-06'), day('2026-03-13')), ['2026-03-13'])
})

test('a report every second week keeps the rhythm of the first one', () => {
  const plan = [{ from: null, rule: { ...FRIDAYS, every: 2 } }]
  assert.deepEqual(reportDays(plan, ISSUED, day('2026-04-10')), ['2026-03-06', '2026-03-20', '2026-04-03'])
})

test('a report on the 31st is due on the last day of a shorter month', () => {
  const plan = [{ from: null, rule: { kind: 'months', every: 1, day: 31 } as const }]
  assert.deepEqual(reportDays(plan, day('2026-01-31'), day('2026-04-30')), ['2026-02-28', '2026-03-31', '2026-04-30'])
})

test('a fixed day of report is kept on a holiday: the 30th of April stays the 30th of April', () => {
  const rule: ReportingRule = { kind: 'dates', on: [day('2026-04-30')] }
  const plan = [{ from: null, rule }]
  assert.deepEqual(reportDays(plan, ISSUED, day('2026-05-10')), ['2026-04-30'])
})

test('a quarterly report on the 25th comes every third month', () => {
  const plan = [{ from: null, rule: { ...on25th, every: 3 } }]
  assert.deepEqual(reportDays(plan, ISSUED, day('2026-12-31')), [
    '2026-03-25',
    '2026-06-25',
    '2026-09-25',
    '2026-12-25',
  ])
})

test('a day that passed without a report is missed, and a later report does not undo it', () => {
  const of = facts({ reports: [report('2026-03-05'), report('2026-03-14')] })
  assert.deepEqual(inShort(of, '2026-03-16'), [
    '2026-03-06 received',
    '2026-03-13 missed',
    '2026-03-20 received',
    '2026-03-27 ahead',
  ])
  assert.equal(countMissed(expectedReports(of, day('2026-03-16'))), 1)
  assert.equal(nextReportOn(expectedReports(of, day('2026-03-16'))), '2026-03-27')
})

test('on its day a report is due, not missed', () => {
  assert.deepEqual(inShort(facts(), '2026-03-06'), ['2026-03-06 ahead'])
  assert.deepEqual(inShort(facts(), '2026-03-07'), ['2026-03-06 missed', '2026-03-13 ahead'])
})

test('after completion is reported nothing more is expected', () => {
  const of = facts({ completedOn: day('2026-03-10'), reports: [report('2026-03-10')] })
  assert.deepEqual(inShort(of, '2026-04-01'), ['2026-03-06 missed'])
})

test('while a completion waited for the office nothing was expected, also where it was sent back', () => {
  const of = facts({ reports: [report('2026-03-06', '2026-03-17T03:00:00Z')] })
  assert.deepEqual(inShort(of, '2026-03-21'), ['2026-03-06 received', '2026-03-20 missed', '2026-03-27 ahead'])
})

test('of an assignment that was withdrawn nothing is expected from that day on', () => {
  assert.deepEqual(inShort(facts({ endedOn: day('2026-03-13') }), '2026-04-01'), ['2026-03-06 missed'])
})

test('a new lead answers only for the days after the assignment came to it', () => {
  const of = facts({ answerFrom: day('2026-03-10'), reports: [report('2026-03-04')] })
  assert.deepEqual(inShort(of, '2026-03-14'), ['2026-03-13 missed', '2026-03-20 ahead'])
})

test('a draft and an assignment without a schedule owe no report', () => {
  assert.deepEqual(inShort(facts({ issuedOn: null, answerFrom: null }), '2026-04-01'), [])
  assert.deepEqual(inShort(facts({ plan: null }), '2026-04-01'), [])
})

test('a revised schedule holds from its day on; what was missed before stays missed', () => {
  const plan = withRule([{ from: null, rule: FRIDAYS }], on25th, { issuedOn: ISSUED, today: day('2026-03-09') })
  assert.deepEqual(inShort(facts({ plan }), '2026-04-01'), [
    '2026-03-06 missed',
    '2026-03-25 missed',
    '2026-04-25 ahead',
  ])
})

test('a schedule that is ended expects nothing from that day on', () => {
  const plan = withRule([{ from: null, rule: FRIDAYS }], null, { issuedOn: ISSUED, today: day('2026-03-09') })
  assert.deepEqual(inShort(facts({ plan }), '2026-04-01'), ['2026-03-06 missed'])
})

test('before it is issued a schedule is simply another, and none is none', () => {
  const at = { issuedOn: null, today: day('2026-03-01') }
  assert.deepEqual(withRule([{ from: null, rule: FRIDAYS }], on25th, at), [{ from: null, rule: on25th }])
  assert.equal(withRule([{ from: null, rule: FRIDAYS }], null, at), null)
})
