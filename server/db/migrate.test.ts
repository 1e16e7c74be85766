import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type pg from 'pg'
import { type Migration, migrate, readMigrations } from '#server/db/migrate.ts'
import { withFreshStore } from '#server/testing/harness.ts'

function aMigration(name: string, sql: string): Migration {
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

async function tablesOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  )
  return rows.map(({ name }) => name)
}

const first = aMigration('0001-first', `create table a (n int); comment on table a is 'one'; insert into a values (1);`)
const second = aMigration('0002-second', 'create table b (n int)')

test(
  'migrating twice changes nothing',
  withFreshStore(
    async ({ pool }) => {
      assert.deepEqual(await migrate(pool, [first, second]), ['0001-first', '0002-second'])
      const ledger = (await pool.query('select * from migration order by name')).rows
      assert.deepEqual(await migrate(pool, [first, second]), [])
      assert.deepEqual((await pool.query('select * from migration order by name')).rows, ledger)
      assert.deepEqual((await pool.query('select n from a')).rows, [{ n: 1 }])
    },
    { empty: true },
  ),
)

test(
  'two processes that migrate at once apply each migration once',
  withFreshStore(
    async ({ pool }) => {
      const applied = await Promise.all([1, 2, 3].map(() => migrate(pool, [first, second])))
      assert.deepEqual(applied.flat().toSorted(), ['0001-first', '0002-second'])
      assert.deepEqual((await pool.query('select n from a')).rows, [{ n: 1 }])
    },
    { empty: true },
  ),
)

test(
  'an applied migration that was edited is refused',
  withFreshStore(
    async ({ pool }) => {
      await migrate(pool, [first])
      const edited = aMigration('0001-first', `${first.sql} -- harmless`)
      await assert.rejects(migrate(pool, [edited, second]), /0001-first was edited/)
      assert.deepEqual(await tablesOf(pool), ['a', 'migration'])
    },
    { empty: true },
  ),
)

test(
  'a failing migration leaves nothing and says where it failed',
  withFreshStore(
    async ({ pool }) => {
      const failing = aMigration('0002-second', 'create table b (n int);\ncreate table c (\n  n nonsense\n)')
      await assert.rejects(
        migrate(pool, [first, failing]),
        /0002-second failed at line 3: type "nonsense" does not exist/,
      )
      assert.deepEqual(await tablesOf(pool), ['a', 'migration'])
      assert.deepEqual(await migrate(pool, [first, second]), ['0002-second'])
    },
    { empty: true },
  ),
)

test(
  'a program older than its database is refused, and so is a migration that comes too late',
  withFreshStore(
    async ({ pool }) => {
      await migrate(pool, [first, second])
      await assert.rejects(migrate(pool, [first]), /0002-second is applied but unknown here/)
      const late = aMigration('0001-between', 'select 1')
      await assert.rejects(migrate(pool, [late, first, second]), /0001-between comes before/)
    },
    { empty: true },
  ),
)

test('the migrations of this version are well named and control no transaction', async () => {
  assert.ok((await readMigrations()).length > 0)
})

test('a file with a malformed name, a taken number or a commit is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-migrations-'))
  const withFile = async (name: string, sql: string, refusal: RegExp) => {
    await writeFile(join(folder, name), sql)
    await assert.rejects(readMigrations(folder), refusal)
    await rm(join(folder, name))
  }
  await writeFile(join(folder, '0001-units.sql'), `do $$ begin perform 1; end; $$;`)
  await withFile('2-people.sql', 'select 1', /must be like/)
  await withFile('0001-people.sql', 'select 1', /0001 is taken/)
  await withFile('0002-people.sql', 'select 1;\ncommit;\nselect 2', /must not control transactions/)
  assert.equal((await readMigrations(folder)).length, 1)
  await rm(folder, { recursive: true })
})
