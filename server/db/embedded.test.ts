import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type pg from 'pg'
import { type Embedded, startEmbedded } from '#server/db/embedded.ts'
import { storeTemplate } from '#server/db/template.ts'

describe('the one backend of the embedded store behaves like a server', () => {
  let embedded: Embedded
  let pool: pg.Pool
  before(async () => {
    embedded = await startEmbedded({ seed: await storeTemplate([]), waitLimitMs: 1_000 })
    pool = embedded.pool(8)
    await pool.query(`
      create role clerk nologin;
      create table secret (unit text, n int);
      alter table secret enable row level security;
      create policy own on secret using (unit = current_setting('app.unit', true)) with check (unit = current_setting('app.unit', true));
      grant select, insert on secret to clerk;
      insert into secret select 'unit' || i, i from generate_series(0, 9) i`)
  })
  after(async () => {
    await pool.end()
    await embedded.close()
  })

  const inTransaction = async <T>(work: (client: pg.PoolClient) => Promise<T>, end = 'commit'): Promise<T> => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const result = await work(client)
      await client.query(end)
      client.release()
      return result
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  test('200 transactions side by side never see each other’s role or settings', async () => {
    const seen = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const unit = `unit${i % 10}`
        if (i % 3 === 0) {
          const { rows } = await pool.query(
            `select current_user as who, coalesce(current_setting('app.unit', true), '') as unit, (select count(*) from secret) as n`,
          )
          return { i, unit: '', expected: { who: 'postgres', unit: '', n: 10 }, row: rows[0] }
        }
        const row = await inTransaction(
          async (client) => {
            await client.query('set local role clerk')
            await client.query(`select set_config('app.unit', $1, true)`, [unit])
            await new Promise((resolve) => setTimeout(resolve, i % 4))
            const { rows } = await client.query(
              `select current_user as who, current_setting('app.unit') as unit, (select string_agg(unit, ',') from secret) as units`,
            )
            return rows[0]
          },
          i % 2 === 0 ? 'commit' : 'rollback',
        )
        return { i, unit, expected: { who: 'clerk', unit, units: unit }, row }
      }),
    )
    for (const { expected, row } of seen) assert.deepEqual(row, expected)
  })

  test('a write against the row policy is refused as on a server', async () => {
    await assert.rejects(
      inTransaction(async (client) => {
        await client.query(`select set_config('role', 'clerk', true), set_config('app.unit', 'unit1', true)`)
        await client.query(`insert into secret values ('unit2', 1)`)
      }),
      { code: '42501' },
    )
  })

  test('a setting made for the session does not reach another client', async () => {
    const one = await pool.connect()
    const two = await pool.connect()
    await one.query(`set role clerk`)
    await one.query(`set app.unit = 'unit3'`)
    const { rows } = await two.query(`select current_user as who, current_setting('app.unit', true) as unit`)
    assert.deepEqual(rows, [{ who: 'postgres', unit: '' }])
    one.release()
    two.release()
  })

  test('a client that goes away in a transaction is rolled back and the next one goes ahead', async () => {
    const leaving = await pool.connect()
    await leaving.query('begin')
    await leaving.query(`insert into secret values ('left', 0)`)
    leaving.release(true)
    assert.deepEqual((await pool.query(`select count(*) as n from secret where unit = 'left'`)).rows, [{ n: 0 }])
  })

  test('a notification reaches the other clients once, and only after the commit', async () => {
    const listener = await pool.connect()
    const heard: unknown[] = []
    listener.on('notification', ({ channel, payload }) => heard.push({ channel, payload }))
    await listener.query('listen news')
    await inTransaction((client) => client.query(`notify news, 'withdrawn'`), 'rollback')
    await inTransaction((client) => client.query(`notify news, 'Đà Nẵng'`))
    await listener.query('select 1')
    assert.deepEqual(heard, [{ channel: 'news', payload: 'Đà Nẵng' }])
    await listener.query('unlisten news')
    listener.release()
  })

  test('a statement that waits for a transaction of its own request fails with the reason', async () => {
    await inTransaction(async () => {
      await assert.rejects(pool.query('select 1'), { code: '55P03', message: /used inside a transaction/ })
    })
    assert.equal((await pool.query('select 1 as n')).rows[0].n, 1)
  })

  test('an error inside a batch of several statements leaves the connection usable', async () => {
    const client = await pool.connect()
    await assert.rejects(client.query('select 1; select 1 / 0; select 2'), { code: '22012' })
    await assert.rejects(client.query('select $1::int / 0', [1]), { code: '22012' })
    assert.equal((await client.query('select $1::int as n', [7])).rows[0].n, 7)
    client.release()
  })

  test('what would end the one backend fails as a statement and no more', async () => {
    const endless = `create function endless(n int) returns int language plpgsql as $$ begin return endless(n + 1); end $$`
    await pool.query(endless)
    await assert.rejects(pool.query('select endless(1)'), { code: '54001' })
    await assert.rejects(pool.query('copy secret from stdin'), { code: '0A000' })
    assert.equal((await pool.query(`select 'copy x from stdin' as text`)).rows[0].text, 'copy x from stdin')
  })

  test('an answer of many megabytes arrives whole', async () => {
    const { rows } = await pool.query(`select repeat('đ', 1000) as text from generate_series(1, 20000)`)
    assert.equal(rows.length, 20_000)
    assert.ok(rows.every(({ text }) => text.length === 1000))
    const long = 'ệ'.repeat(3_000_000)
    assert.equal((await pool.query('select length($1::text) as n', [long])).rows[0].n, long.length)
  })

  test('a slow statement leaves the event loop free', async () => {
    let ticks = 0
    const timer = setInterval(() => ticks++, 5)
    await pool.query('select count(*) from generate_series(1, 2000000)')
    clearInterval(timer)
    assert.ok(ticks > 5, `${ticks} ticks`)
  })
})

test('when the database dies every client fails with the reason, at work or not, and so do new ones', async () => {
  const lost: Error[] = []
  const embedded = await startEmbedded({ seed: await storeTemplate([]), waitLimitMs: 1_000 }, (error) =>
    lost.push(error),
  )
  const pool = embedded.pool(3)
  pool.on('error', () => {})
  const idle = await pool.connect()
  idle.on('error', () => {})
  const slow = pool.query('select count(*) from generate_series(1, 100000000)')
  const queued = pool.query('select 1')
  await embedded.kill()
  await assert.rejects(slow, /the embedded database stopped/)
  await assert.rejects(queued, /the embedded database stopped/)
  await assert.rejects(pool.query('select 1'), /the embedded database stopped/)
  assert.equal(lost.length, 1)
  idle.release(true)
  await pool.end()
  await embedded.close()
})
