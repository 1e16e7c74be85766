import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Instant } from '#core/kernel/plain-date.ts'
import { newId } from '#server/clock.ts'
import type { Store } from '#server/db/store.ts'
import { record } from '#server/journal/append.ts'
import { PARTITIONS } from '#server/journal/entry-hash.ts'
import { journalHead } from '#server/journal/head.ts'
import { sealJournal } from '#server/journal/seal.ts'
import { verifyJournal } from '#server/journal/verify.ts'
import { withFreshStore, withStore } from '#server/testing/harness.ts'
import { aJournal, command, ENTRIES } from '#server/testing/journalled.ts'

const NOW = () => '2026-03-16T03:00:00.000Z' as Instant

/** Communes of the country since 1 July 2025: one task to all of them is the largest single command. */
const ALL_COMMUNES = 3_319

async function addExternalUnits({ db }: Store, count: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ids = Array.from({ length: count }, newId)
    await sql`insert into external_unit select id, 'Cơ quan', 'Cơ quan', 1 from unnest(${ids}::uuid[]) as id`.execute(
      tx,
    )
    const acts = ids.map((id) => ({ command: 'external_unit.add', kind: 'external_unit' as const, id }))
    await record({ tx, actorId: null, now: NOW(), newId }, acts)
  })
}

test(
  'one command that reaches every commune writes an entry for each, in one transaction, and the chain takes them all',
  withStore(async (store, t) => {
    const begun = performance.now()
    await addExternalUnits(store, ALL_COMMUNES)
    const written = performance.now()
    assert.equal(await sealJournal(store, NOW), ALL_COMMUNES)
    const sealed = performance.now()
    const { holds, entries, seals } = await verifyJournal(store)
    assert.deepEqual({ holds, entries, seals }, { holds: true, entries: ALL_COMMUNES, seals: PARTITIONS })
    const ms = [written - begun, sealed - written, performance.now() - sealed].map(Math.round)
    t.diagnostic(`${ALL_COMMUNES} entries: written ${ms[0]} ms, sealed ${ms[1]} ms, verified ${ms[2]} ms`)
  }),
)

test(
  'sealing again seals only what is new',
  withStore(async (store) => {
    const subjects = await aJournal(store)
    assert.equal(await sealJournal(store, NOW), ENTRIES)
    const head = await journalHead(store)
    assert.equal(await sealJournal(store, NOW), 0)
    assert.deepEqual(await journalHead(store), head)
    await command(store, { command: 'task.change', kind: 'task', id: subjects.task }, subjects.person)
    assert.equal(await sealJournal(store, NOW), 1)
    assert.equal(
      head.partitions.reduce((sum, { entries }) => sum + entries, 0),
      ENTRIES,
    )
  }),
)

test(
  'two servers that seal at once, while others write, make one chain',
  withFreshStore(async (store) => {
    const subjects = await aJournal(store)
    const writing = Promise.all(
      (['task', 'alias', 'file', 'proposal'] as const).map(async (kind) => {
        for (let turn = 0; turn < 12; turn++)
          await command(store, { command: `${kind}.change`, kind, id: subjects[kind] }, subjects.person)
      }),
    )
    const sealers = Array.from({ length: 2 }, async () => {
      let sealed = 0
      for (let turn = 0; turn < 8; turn++) sealed += await sealJournal(store, NOW)
      return sealed
    })
    const counts = await Promise.all(sealers)
    await writing
    const sealed = counts.reduce((sum, count) => sum + count, await sealJournal(store, NOW))
    const verdict = await verifyJournal(store)
    assert.deepEqual([verdict.holds, verdict.entries, verdict.sealed], [true, ENTRIES + 48, sealed])
  }),
)

test(
  'an entry that was begun before a seal and committed after it is in the next seal',
  withFreshStore(async (store) => {
    if (store.kind === 'embedded') return // one transaction at a time
    const subjects = await aJournal(store)
    const slow = await store.db.startTransaction().execute()
    await sql`update task set version = version + 1`.execute(slow)
    const act = { command: 'task.change', kind: 'task' as const, id: subjects.task }
    await record({ tx: slow, actorId: null, now: NOW(), newId }, [act])
    await command(store, { command: 'alias.change', kind: 'alias', id: subjects.alias }, subjects.person)
    assert.equal(await sealJournal(store, NOW), ENTRIES + 1)
    await slow.commit().execute()
    assert.equal(await sealJournal(store, NOW), 1)
    assert.equal((await verifyJournal(store)).holds, true)
  }),
)

test(
  'the application’s role can add entries and never change or remove one, nor write seals',
  withStore(async (store) => {
    await aJournal(store)
    await sealJournal(store, NOW)
    for (const statement of [
      sql`update journal_entry set actor_id = null`,
      sql`delete from journal_entry`,
      sql`truncate journal_entry cascade`,
      sql`update journal_seal set number = 9`,
      sql`delete from journal_sealed`,
      sql`insert into journal_seal values (0, 99, now(), '[]', '', '')`,
    ]) {
      const trying = store.db.transaction().execute(async (tx) => {
        await sql`set local role throughline_app`.execute(tx)
        await statement.execute(tx)
      })
      await assert.rejects(trying, { code: '42501' })
    }
  }),
)

test(
  'an entry commits to the whole state of its subject, also to what the actor may not read',
  withStore(async (store) => {
    const subjects = await aJournal(store)
    await store.db.transaction().execute(async (tx) => {
      await sql`update directive set version = version + 1`.execute(tx)
      // A clerk keeps the register of the unit without reading the texts.
      await sql`select set_config('app.person', ${subjects.person}, true), set_config('app.registers', '{[1,2]}', true),
        set_config('role', 'throughline_app', true)`.execute(tx)
      assert.deepEqual((await sql`select * from directive_text`.execute(tx)).rows, [])
      const act = { command: 'directive.edit', kind: 'directive' as const, id: subjects.directive }
      await record({ tx, actorId: subjects.person, now: NOW(), newId }, [act])
      const { rows } = await sql<{ role: string }>`select current_setting('role') as role`.execute(tx)
      assert.equal(rows[0]?.role, 'throughline_app')
    })
    assert.equal((await verifyJournal(store)).first, null)
  }),
)
