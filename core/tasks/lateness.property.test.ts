import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#core/kernel/plain-date.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { lateness, LatenessClass, Lateness } from '#core/tasks/lateness.ts'
import type { LatenessFacts } from '#core/tasks/lateness.ts'

const START = '2026-01-01' as PlainDate
const aDay = fc.integer({ min: 0, max: 90 }).map((days) => addDays(START, days))
/** Most are issued early, so that most days look at something. */
const aDayOfIssue = fc.option(
  fc.integer({ min: 0, max: 9 }).map((days) => addDays(START, days)),
  { nil: null, freq: 15 },
)
const anInstant = fc
  .tuple(aDay, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 999 }))
  .map(([day, hour, ms]) => `${day}T${String(hour).padStart(2, '0')}:30:00.${String(ms).padStart(3, '0')}Z` as Instant)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const aReport = fc.record({
  on: aDay,
  recordedAt: anInstant,
  outcome: fc.constantFrom('pending' as const, 'confirmed' as const, 'sent_back' as const),
  decidedAt: maybe(anInstant),
})
const anExtension = fc.record({
  dueOn: aDay,
  outcome: fc.constantFrom('pending' as const, 'granted' as const, 'refused' as const),
  decidedAt: maybe(anInstant),
})
const aRevision = fc.record({ dueOn: maybe(aDay), decidedAt: anInstant })

/** Any facts at all, also such as the lifecycle would never let happen. */
const anyFacts: fc.Arbitrary<LatenessFacts> = fc.record({
  issuedOn: aDayOfIssue,
  issuedAt: aDayOfIssue.map((day) => day && (`${day}T02:00:00Z` as Instant)),
  dueOn: maybe(aDay),
  revisions: fc.array(aRevision, { maxLength: 3 }),
  extensions: fc.array(anExtension, { maxLength: 3 }),
  reports: fc.array(aReport, { maxLength: 4 }),
  exit: fc.option(
    fc.record({
      kind: fc.constantFrom('withdrawn' as const, 'superseded' as const, 'merged' as const),
      on: aDay,
      recordedAt: anInstant,
    }),
    { nil: null, freq: 2 },
  ),
})
const maybeKnownAt = fc.option(anInstant, { nil: undefined })

const DONE: readonly LatenessClass[] = ['done_on_time', 'done_late', 'done_no_deadline']
const OPEN_AS: Partial<Record<LatenessClass, LatenessClass>> = {
  done_on_time: 'open_in_term',
  done_late: 'open_overdue',
  done_no_deadline: 'open_no_deadline',
}

test('any facts have exactly one class, with days exactly where it is late and an age exactly where it has no deadline', () => {
  fc.assert(
    fc.property(anyFacts, aDay, maybeKnownAt, (facts, asOf, knownAt) => {
      const result = Lateness.parse(lateness(facts, asOf, knownAt))
      assert.ok(LatenessClass.options.includes(result.class))
      assert.equal(result.daysLate !== null, result.class === 'open_overdue' || result.class === 'done_late')
      assert.equal(result.ageDays !== null, result.class === 'open_no_deadline')
      assert.equal(DONE.includes(result.class), DONE.includes(result.original.class))
      if (result.awaitingConfirmation) assert.match(result.class, /^open_/)
    }),
  )
})

test('confirming, however late, never changes the class computed from the day of completion', () => {
  fc.assert(
    fc.property(anyFacts, aDay, anInstant, (facts, on, decidedAt) => {
      const report = { on, recordedAt: `${on}T02:00:00Z` as Instant, outcome: 'pending' as const, decidedAt: null }
      const asOf = addDays(on, 10)
      const waiting = lateness({ ...facts, exit: null, reports: [report] }, asOf)
      const confirmed = lateness(
        { ...facts, exit: null, reports: [{ ...report, outcome: 'confirmed', decidedAt }] },
        asOf,
      )
      assert.equal(waiting.class, OPEN_AS[confirmed.class] ?? confirmed.class)
      assert.equal(waiting.daysLate, confirmed.daysLate)
      assert.equal(waiting.original.daysLate, confirmed.original.daysLate)
    }),
  )
})

test('a slow office makes nobody late: when it decides does not matter, only what', () => {
  fc.assert(
    fc.property(anyFacts, aDay, fc.array(anInstant, { minLength: 4, maxLength: 4 }), (facts, asOf, instants) => {
      const reports = facts.reports.map((report, index) => ({ ...report, decidedAt: instants[index] ?? null }))
      assert.deepEqual(lateness({ ...facts, reports }, asOf), lateness(facts, asOf))
    }),
  )
})

test('while a report waits, time makes it no later', () => {
  fc.assert(
    fc.property(anyFacts, aDay, fc.integer({ min: 0, max: 60 }), (facts, on, days) => {
      const reports = [{ on, recordedAt: `${on}T02:00:00Z` as Instant, outcome: 'pending' as const, decidedAt: null }]
      const waiting = { ...facts, issuedOn: START, exit: null, revisions: [], extensions: [], reports }
      assert.deepEqual(lateness(waiting, addDays(on, days)), lateness(waiting, on))
    }),
  )
})

test('being sent back equals never having reported', () => {
  fc.assert(
    fc.property(anyFacts, aDay, (facts, asOf) => {
      const kept = facts.reports.filter(({ outcome }) => outcome !== 'sent_back')
      assert.deepEqual(lateness(facts, asOf), lateness({ ...facts, reports: kept }, asOf))
    }),
  )
})

test('a pending or refused extension changes nothing', () => {
  fc.assert(
    fc.property(anyFacts, aDay, maybeKnownAt, (facts, asOf, knownAt) => {
      const granted = facts.extensions.filter(({ outcome }) => outcome === 'granted')
      assert.deepEqual(lateness(facts, asOf, knownAt), lateness({ ...facts, extensions: granted }, asOf, knownAt))
    }),
  )
})

test('moving the day forward turns nothing overdue into in term without a newly granted extension or revision', () => {
  fc.assert(
    fc.property(anyFacts, aDay, fc.integer({ min: 1, max: 60 }), (facts, asOf, days) => {
      const unmoved = { ...facts, revisions: [], extensions: [] }
      if (lateness(unmoved, asOf).class !== 'open_overdue') return
      const later = lateness(unmoved, addDays(asOf, days)).class
      assert.ok(['open_overdue', 'done_late', 'closed_without_result'].includes(later), later)
    }),
  )
})

test('extensions never touch the original column', () => {
  fc.assert(
    fc.property(anyFacts, aDay, maybeKnownAt, (facts, asOf, knownAt) => {
      const plain = lateness({ ...facts, revisions: [], extensions: [] }, asOf, knownAt)
      assert.deepEqual(lateness(facts, asOf, knownAt).original, plain.original)
    }),
  )
})

test('what is recorded after the knowledge time is as if it had not happened', () => {
  const until = (at: Instant, knownAt: Instant) => Temporal.Instant.compare(at, knownAt) <= 0
  fc.assert(
    fc.property(anyFacts, aDay, anInstant, (facts, asOf, knownAt) => {
      const known: LatenessFacts = {
        ...facts,
        issuedOn: facts.issuedAt && until(facts.issuedAt, knownAt) ? facts.issuedOn : null,
        revisions: facts.revisions.filter((revision) => until(revision.decidedAt, knownAt)),
        extensions: facts.extensions.filter(({ decidedAt }) => decidedAt && until(decidedAt, knownAt)),
        reports: facts.reports
          .filter((report) => until(report.recordedAt, knownAt))
          .map((report) =>
            report.decidedAt && until(report.decidedAt, knownAt) ? report : { ...report, outcome: 'pending' },
          ),
        exit: facts.exit && until(facts.exit.recordedAt, knownAt) ? facts.exit : null,
      }
      assert.deepEqual(lateness(facts, asOf, knownAt), lateness(known, asOf))
    }),
  )
})
