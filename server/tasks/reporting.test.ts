import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { addDays, type Instant, type PlainDate } from '#core/kernel/plain-date.ts'
import {
  countMissed,
  expectedReports,
  nextReportOn,
  type ReportingPlan,
  type ReportingRule,
} from '#core/tasks/reporting.ts'
import { newId } from '#server/clock.ts'
import { reportingFacts } from '#server/tasks/reporting-facts.ts'
import { findNextReports } from '#server/tasks/reports-due.ts'
import { anAdministration, loginOf, everyRoleAt, people } from '#server/testing/administration.ts'
import { withOneStore, withStore } from '#server/testing/harness.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'
import { storedAssignment, storedTask } from '#server/testing/stored.ts'

const START = '2026-01-05' as PlainDate
const dayAfter = (most: number) => fc.integer({ min: 0, max: most }).map((n) => addDays(START, n))
const rules: fc.Arbitrary<ReportingRule | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    kind: fc.constant('weeks' as const),
    every: fc.integer({ min: 1, max: 5 }),
    weekday: fc.integer({ min: 1, max: 7 }),
  }),
  fc.record({
    kind: fc.constant('months' as const),
    every: fc.integer({ min: 1, max: 4 }),
    day: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({ kind: fc.constant('dates' as const), on: fc.array(dayAfter(200), { minLength: 1, maxLength: 6 }) }),
)
const reports = fc.array(
  fc.record({ on: dayAfter(200), kind: fc.constantFrom('progress', 'sent_back'), decidedAfter: fc.nat(20) }),
  { maxLength: 8 },
)
const history = fc.record({
  rules: fc.array(rules, { minLength: 1, maxLength: 3 }),
  revisedAfter: fc.tuple(fc.nat(60), fc.nat(60)),
  answerFrom: fc.nat(40),
  state: fc.constantFrom('issued', 'in_progress', 'returned', 'reported_complete', 'confirmed', 'withdrawn'),
  endsAfter: fc.nat(150),
  reports,
  today: fc.nat(220),
})

test(
  'the database counts due and missed reports, and finds the next one, as the rule of the core does',
  withStore(async (store) => {
    const administration = await anAdministration(store)
    const [by = newId()] = await people(administration, [{ login: 'someone', roles: [] }])
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const id = await storedAssignment(administration, { taskId, lead: 'lamDong', issuedBy: 'ministry', by })
    await fc.assert(
      fc.asyncProperty(history, async (drawn) => {
        const days = [
          null,
          addDays(START, drawn.revisedAfter[0] + 1),
          addDays(START, drawn.revisedAfter[0] + drawn.revisedAfter[1] + 2),
        ]
        const plan: ReportingPlan = drawn.rules.map((rule, index) => ({ from: days[index] ?? null, rule }))
        const ends = addDays(START, drawn.endsAfter)
        const isCompleted = drawn.state === 'reported_complete' || drawn.state === 'confirmed'
        const set = {
          state: drawn.state,
          issuedOn: START,
          answerFrom: addDays(START, drawn.answerFrom),
          reporting: JSON.stringify(plan),
          reportedOn: isCompleted ? ends : null,
          reportedBy: isCompleted ? by : null,
          exitedOn: drawn.state === 'withdrawn' ? ends : null,
          answeredAt: drawn.state === 'returned' ? `${ends}T18:30:00Z` : null,
        }
        await store.db.updateTable('assignment').set(set).where('id', '=', id).execute()
        await store.db.deleteFrom('report').where('assignmentId', '=', id).execute()
        const stored = drawn.reports.map(({ on, kind, decidedAfter }) => ({
          id: newId(),
          assignmentId: id,
          kind: kind === 'progress' ? 'progress' : 'completion',
          reportedOn: on,
          recordedAt: `${on}T03:00:00Z`,
          reportedBy: by,
          text: 'x',
          outcome: kind === 'progress' ? ('noted' as const) : ('sent_back' as const),
          decidedAt: kind === 'progress' ? null : (`${addDays(on, decidedAfter)}T20:00:00Z` as Instant),
        }))
        if (stored.length > 0) await store.db.insertInto('report').values(stored).execute()
        const today = addDays(START, drawn.today)
        const { counted, found } = await store.db.transaction().execute(async (tx) => {
          // As somebody who reads all of the country: nobody is told of what he does not read.
          await sql`select set_config('app.reads_wide', 'on', true), set_config('app.today', ${today}, true)`.execute(
            tx,
          )
          const counts = sql<{ due: number; received: number }>`
            select due, received from app_report_counts(${id}, ${today})`
          const found = await findNextReports(tx, [administration.unit.lamDong], today)
          return { counted: (await counts.execute(tx)).rows[0], found }
        })
        const facts = reportingFacts(
          {
            state: drawn.state,
            issuedOn: START,
            answerFrom: set.answerFrom,
            reporting: plan,
            completion: isCompleted ? { reportedOn: ends, reportedBy: by, onBehalf: false } : null,
          },
          {
            answeredAt: set.answeredAt as Instant | null,
            exitedOn: set.exitedOn,
            reports: stored.map((report) => ({ ...report, id: report.id as Id })),
          },
        )
        const expected = expectedReports(facts, today).filter(({ on }) => on < today)
        assert.deepEqual(counted, { due: expected.length, received: expected.length - countMissed(expected) })
        const next = nextReportOn(expectedReports(facts, today))
        const isSoon = next !== null && next <= addDays(today, 7) && ['issued', 'in_progress'].includes(drawn.state)
        assert.deepEqual(
          found.map((report) => report.by),
          isSoon ? [next] : [],
        )
      }),
      { numRuns: 80 },
    )
  }),
)

test(
  'a schedule is given with the task, changed by a revision with its reason, and a missed report is a number that opens its list',
  withOneStore(async (store) => {
    const administration = await anAdministration(store)
    await everyRoleAt(administration, ['ministry', 'lamDong'])
    const running = await testApp(store)
    try {
      const officer = signedIn(running.app, loginOf('officer', 'ministry'))
      const weekly = { kind: 'weeks', every: 1, weekday: 5 }
      const body = {
        action: 'Rà soát biên chế',
        deliverable: null,
        deadline: null,
        source: 'giao ban',
        leads: [{ kind: 'unit', id: administration.unit.lamDong }],
        cooperating: [],
        monitorId: null,
        reporting: weekly,
      }
      const drafted = await officer('POST', '/tasks', { body })
      assert.deepEqual([drafted.status, drafted.body.reporting], [200, weekly], drafted.text)
      const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })
      const issued = await officer('POST', `/tasks/${drafted.body.id}/issue`, {
        headers: ifMatch(drafted.body.version),
      })
      const id = issued.body.assignments[0].id as Id
      // Issued on 2 March: the Fridays of 6 and 13 March have passed without a report.
      const first = '2026-03-02'
      await store.db
        .updateTable('assignment')
        .set({ issuedOn: first, answerFrom: first })
        .where('id', '=', id)
        .execute()
      const before = (await officer('GET', `/assignments/${id}`)).body
      assert.deepEqual(
        before.expectedReports.map(({ on, state }: { on: string; state: string }) => `${on} ${state}`),
        ['2026-03-06 missed', '2026-03-13 missed', '2026-03-20 ahead'],
      )
      const listed = await officer('GET', '/assignments?missedReport=true')
      assert.deepEqual([listed.body.total, listed.body.items[0].missedReports], [1, 2])
      const counted = await officer('GET', '/assignments/counts?missedReport=true')
      assert.equal(counted.body.total, 1)
      const monthly = { kind: 'months', every: 1, day: 25 }
      const revise = { body: { reporting: monthly, reason: 'giảm báo cáo' }, headers: ifMatch(before.version) }
      const after = await officer('POST', `/assignments/${id}/revise`, revise)
      assert.equal(after.status, 200, after.text)
      assert.deepEqual(after.body.reporting, monthly)
      assert.equal(after.body.missedReports, 2, 'a revision makes nothing unmissed')
      const { changes, data } = after.body.history.at(-1)
      assert.deepEqual(changes, [
        { field: 'reporting', from: { kind: 'reporting', rule: weekly }, to: { kind: 'reporting', rule: monthly } },
      ])
      assert.equal(data.reason, 'giảm báo cáo')
      const again = await officer('POST', `/assignments/${id}/revise`, {
        body: { reporting: monthly, reason: 'x' },
        headers: ifMatch(after.body.version),
      })
      assert.equal(again.body.code, 'assignment/nothing_changed')
    } finally {
      await running.close()
    }
  }),
)
