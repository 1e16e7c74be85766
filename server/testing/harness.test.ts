import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { withFreshStore, withStore } from '#server/testing/harness.ts'

const id = '00000000-0000-4000-8000-0000000000aa'

for (const turn of ['once', 'and once more, with nothing left of the first time']) {
  test(
    `a test commits ${turn}`,
    withStore(async ({ db }) => {
      await db.transaction().execute(async (tx) => {
        await sql`set local role throughline_app`.execute(tx)
        await sql`select set_config('app.try', 'one', true)`.execute(tx)
        await sql`create temporary table harness_try (id uuid) on commit drop`.execute(tx).catch(() => {})
      })
      const { rows } = await sql<{ role: string; setting: string }>`
        select current_setting('role') as role, coalesce(current_setting('app.try', true), '') as setting`.execute(db)
      assert.deepEqual(rows, [{ role: 'none', setting: '' }])
      await sql`create table harness_try (id uuid)`.execute(db)
      await sql`insert into harness_try values (${id})`.execute(db)
    }),
  )
}

test(
  'a failed statement or transaction leaves no trace, and the test goes on',
  withStore(async ({ db, pool }) => {
    await sql`create table harness_try (n int primary key)`.execute(db)
    await assert.rejects(sql`select 1 / 0`.execute(db), { code: '22012' })
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        await sql`insert into harness_try values (1)`.execute(tx)
        throw new Error('refused')
      }),
      /refused/,
    )
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        await sql`insert into harness_try values (2)`.execute(tx)
        await sql`insert into harness_try values (2)`.execute(tx).catch(() => {})
      }),
      { name: 'AbortedTransactionError' },
    )
    assert.deepEqual((await pool.query('select * from harness_try')).rows, [])
  }),
)

test(
  'deferred constraints are checked at the commit and stay deferred for the next one',
  withStore(async ({ db }) => {
    await sql`create table harness_try (n int primary key, next int references harness_try deferrable initially deferred)`.execute(
      db,
    )
    for (let turn = 0; turn < 2; turn++) {
      await db.transaction().execute(async (tx) => {
        await sql`insert into harness_try values (${turn * 2}, ${turn * 2 + 1})`.execute(tx)
        await sql`insert into harness_try values (${turn * 2 + 1}, null)`.execute(tx)
      })
    }
    const dangling = db.transaction().execute((tx) => sql`insert into harness_try values (9, 10)`.execute(tx))
    await assert.rejects(dangling, { code: '23503' })
    const { rows } = await sql<{ n: number }>`select count(*) as n from harness_try`.execute(db)
    assert.deepEqual(rows, [{ n: 4 }])
  }),
)

test(
  'a transaction that may only read refuses to write',
  withStore(async ({ db }) => {
    await sql`create table harness_try (n int)`.execute(db)
    const writing = db
      .transaction()
      .setAccessMode('read only')
      .execute((tx) => sql`insert into harness_try values (1)`.execute(tx))
    await assert.rejects(writing, { code: '25006' })
    await sql`insert into harness_try values (1)`.execute(db)
  }),
)

test(
  'a store of one’s own has the tables and sees real commits from several connections',
  withFreshStore(async ({ pool }) => {
    const [one, two] = [await pool.connect(), await pool.connect()]
    await one.query('begin')
    await one.query('create table harness_try (n int)')
    await one.query('commit')
    assert.deepEqual((await two.query('select * from harness_try')).rows, [])
    assert.ok((await two.query('select * from migration')).rows.length > 0)
    one.release()
    two.release()
  }),
)
