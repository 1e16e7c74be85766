import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Instant } from '#core/kernel/plain-date.ts'
import type { Store } from '#server/db/store.ts'
import { sealJournal } from '#server/journal/seal.ts'
import { verifyJournal } from '#server/journal/verify.ts'
import { undone, withStore } from '#server/testing/harness.ts'
import { aJournal, command } from '#server/testing/journalled.ts'

const hex = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 64, maxLength: 64 })
const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter((value) => !value.includes('\0') && value.isWellFormed())
/** What `jsonb` takes. */
const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => {
  const written = JSON.stringify(value)
  return !/\\u(0000|d[89a-f])/i.test(written)
})

/** Another value for each column of an entry. */
const change = fc.oneof(
  fc.record({ column: fc.constant('id'), value: fc.uuid() }),
  fc.record({ column: fc.constant('partition'), value: fc.integer({ min: -32_768, max: 32_767 }) }),
  fc.record({
    column: fc.constant('recorded_at'),
    value: fc
      .integer({ min: 0, max: 4e15 })
      .map((us) => `${new Date(us / 1000).toISOString().slice(0, -1)}${us % 1000}Z`),
  }),
  fc.record({ column: fc.constant('actor_id'), value: fc.constant(null) }),
  fc.record({ column: fc.constant('command'), value: text }),
  fc.record({ column: fc.constant('subject_kind'), value: fc.oneof(text, fc.constantFrom('task', 'alias', 'person')) }),
  fc.record({ column: fc.constant('subject_id'), value: fc.uuid() }),
  fc.record({ column: fc.constant('subject_version'), value: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }) }),
  fc.record({ column: fc.constant('data'), value: json.map((value) => JSON.stringify(value)) }),
  fc.record({ column: fc.constant('state_hash'), value: hex }),
  fc.record({ column: fc.constant('hash'), value: hex }),
)

for (const sealed of [false, true]) {
  test(
    `any change of any one field of any ${sealed ? 'sealed' : 'unsealed'} entry is detected`,
    withStore(async (store) => {
      await aJournal(store)
      if (sealed) await sealJournal(store, () => '2026-03-16T03:00:00.000Z' as Instant)
      await sql`alter table journal_entry drop constraint journal_entry_version_key`.execute(store.db)
      await sql`alter table journal_sealed drop constraint journal_sealed_entry_id_fkey`.execute(store.db)
      const ids = (await store.db.selectFrom('journalEntry').select('id').execute()).map(({ id }) => id)
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...ids), change, (id, { column, value }) => detects(store, id, column, value)),
        { numRuns: 80 },
      )
    }),
  )
}

/** True also where the change was none. */
async function detects(store: Store, id: string, column: string, value: unknown): Promise<void> {
  await undone(store, async () => {
    const before = await rowText(store)
    await sql`update journal_entry set ${sql.ref(column)} = ${value} where id = ${id}`.execute(store.db)
    const changed = (await rowText(store)) !== before
    const verdict = await verifyJournal(store)
    assert.equal(verdict.holds, !changed, `${column}: ${JSON.stringify(verdict)}`)
  })
}

async function rowText({ db }: Store): Promise<string> {
  const { rows } = await sql<{
    all: string
  }>`select string_agg(e::text, '' order by id) as all from journal_entry e`.execute(db)
  return rows[0]?.all ?? ''
}

test(
  'any value that a command says is read back as it was hashed',
  withStore(async (store) => {
    const subjects = await aJournal(store)
    await fc.assert(
      fc.asyncProperty(fc.dictionary(text, json), (data) =>
        undone(store, async () => {
          await command(store, { command: 'task.change', kind: 'task', id: subjects.task, data }, subjects.person)
          assert.equal((await verifyJournal(store)).first, null)
        }),
      ),
      { numRuns: 60 },
    )
  }),
)
