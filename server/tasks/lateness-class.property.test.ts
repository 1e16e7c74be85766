import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { addDays, type PlainDate } from '#core/kernel/plain-date.ts'
import { AssignmentState } from '#core/tasks/assignment.ts'
import type { LatenessClass } from '#core/tasks/lateness.ts'
import { withStore } from '#server/testing/harness.ts'
import { latenessOf } from '#server/tasks/describe.ts'

const TODAY = '2026-03-16' as PlainDate
/** Days around today, each met often enough to meet itself as another date of the same row. */
const aDay = fc.integer({ min: -3, max: 3 }).map((days) => addDays(TODAY, days))
const maybeDay = fc.option(aDay, { nil: null, freq: 6 })

/** Any row at all, also such as the lifecycle would never leave behind. */
const aRow = fc.record({
  state: fc.constantFrom(...AssignmentState.options),
  issuedOn: maybeDay,
  originalDueOn: maybeDay,
  dueOn: maybeDay,
  reportedOn: maybeDay,
  exitedOn: maybeDay,
})

test(
  'the class that the database computes is that of the lateness table, for any row',
  withStore(async (store, t) => {
    const met = new Map<LatenessClass, number>()
    await fc.assert(
      fc.asyncProperty(fc.array(aRow, { minLength: 100, maxLength: 300 }), async (rows) => {
        const { rows: found } = await sql<{ class: LatenessClass; awaiting: boolean | null }>`
          select app_lateness_class(state, "issuedOn", "dueOn", "reportedOn", "exitedOn", ${TODAY}) as class,
            app_awaits(state, "issuedOn", "reportedOn", ${TODAY}) as awaiting
          from rows from (jsonb_to_recordset(${JSON.stringify(rows)})
            as (state text, "issuedOn" date, "dueOn" date, "reportedOn" date, "exitedOn" date)) with ordinality
          order by ordinality`.execute(store.db)
        const expected = rows.map((row) => latenessOf(row, TODAY))
        assert.deepEqual(
          found.map((row) => [row.class, row.awaiting === true]),
          expected.map((one) => [one.class, one.awaitingConfirmation]),
        )
        for (const { class: kind } of found) met.set(kind, (met.get(kind) ?? 0) + 1)
      }),
      { numRuns: 20 },
    )
    assert.equal(met.size, 8, 'every class was met')
    t.diagnostic(JSON.stringify(Object.fromEntries(met)))
  }),
)
