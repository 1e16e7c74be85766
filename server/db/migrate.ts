import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type pg from 'pg'

/** The schema's history: forward only, each file applied once, in the order of its number, and never edited afterwards. */
export const migrationsFolder = fileURLToPath(new URL('./migrations/', import.meta.url))

export interface Migration {
  /** The file's name without `.sql`, such as `0001-units`. */
  name: string
  sql: string
  sha256: string
}

/** "Thro": the key of the transaction-level advisory lock under which the schema changes. */
const LOCK_KEY = 0x5468_726f
const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/
const DOLLAR_QUOTED = /\$(\w*)\$.*?\$\1\$/gs
const TRANSACTION_CONTROL = /^\s*(begin|start\s+transaction|commit|end|rollback)(\s+(work|transaction))?\s*;/im

/** The migrations of a folder in their order. Throws when names are malformed or two files share a number. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  const numbers = new Set<string>()
  const migrations: Migration[] = []
  for (const name of names) {
    const number = NAME.exec(name)?.[1]
    if (number === undefined) throw new Error(`migration ${name}: the name must be like 0001-units.sql`)
    if (numbers.has(number)) throw new Error(`migration ${name}: the number ${number} is taken`)
    numbers.add(number)
    const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
    if (TRANSACTION_CONTROL.test(sql.replace(DOLLAR_QUOTED, ''))) {
      throw new Error(`migration ${name}: it runs in one transaction and must not control transactions itself`)
    }
    migrations.push({ name: name.slice(0, -4), sql, sha256: createHash('sha256').update(sql).digest('hex') })
  }
  return migrations
}

/**
 * Brings the schema up to date and returns the names of the migrations applied now. Safe when several processes start at
 * once: each step takes a transaction-level advisory lock (on the embedded store one open transaction excludes the others).
 */
export async function migrate(pool: pg.Pool, migrations?: readonly Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations())
  const client = await pool.connect()
  try {
    await locked(client, () =>
      client.query(`
        create table if not exists migration (
          name text constraint migration_pkey primary key,
          sha256 text not null,
          applied_at timestamptz(3) not null default now()
        );
        comment on table migration is 'The ledger of the schema: one row for each applied file of server/db/migrations.'`),
    )
    const applied: string[] = []
    for (const migration of wanted) {
      if (await locked(client, () => apply(client, migration, wanted))) applied.push(migration.name)
    }
    return applied
  } finally {
    client.release()
  }
}

/** Changes nothing; throws unless exactly the migrations of this program are applied. */
export async function checkMigrated(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(`select to_regclass('migration') is not null as there`)
  if (rows[0]?.there !== true) throw new Error('the database is empty: no server has been started with it yet')
  const applied = await pool.query<{ name: string; sha256: string }>('select name, sha256 from migration order by name')
  const wanted = await readMigrations()
  const known = new Map(applied.rows.map(({ name, sha256 }) => [name, sha256]))
  if (wanted.some(({ name }) => !known.has(name)))
    throw new Error('the database is older than this program: start the server once, which brings it up to date')
  if (known.size > wanted.length || wanted.some(({ name, sha256 }) => known.get(name) !== sha256))
    throw new Error('the database was made by another version of this program')
}

async function apply(client: pg.PoolClient, migration: Migration, wanted: readonly Migration[]): Promise<boolean> {
  const ledger = new Map(
    (await client.query<{ name: string; sha256: string }>('select name, sha256 from migration order by name')).rows.map(
      ({ name, sha256 }) => [name, sha256],
    ),
  )
  const names = new Set(wanted.map(({ name }) => name))
  for (const name of ledger.keys()) {
    if (!names.has(name))
      throw new Error(`migration ${name} is applied but unknown here: the program is older than its database`)
  }
  const known = ledger.get(migration.name)
  if (known !== undefined) {
    if (known !== migration.sha256) {
      throw new Error(`migration ${migration.name} was edited after it had been applied; write a new one instead`)
    }
    return false
  }
  for (const name of ledger.keys()) {
    if (name > migration.name)
      throw new Error(`migration ${migration.name} comes before ${name}, which is already applied`)
  }
  const before = await transactionId(client)
  try {
    await client.query(migration.sql)
  } catch (error) {
    throw new Error(`migration ${migration.name} failed${lineOf(error, migration)}: ${(error as Error).message}`, {
      cause: error,
    })
  }
  if ((await transactionId(client)) !== before) {
    throw new Error(
      `migration ${migration.name} ended its own transaction: the schema is half changed, restore the backup`,
    )
  }
  await client.query('insert into migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256])
  return true
}

/** PostgreSQL counts characters from 1; an editor counts lines. */
function lineOf(error: unknown, { sql }: Migration): string {
  const position = Number((error as pg.DatabaseError).position)
  return position > 0 ? ` at line ${sql.slice(0, position - 1).split('\n').length}` : ''
}

async function transactionId(client: pg.PoolClient): Promise<unknown> {
  return (await client.query<{ id: unknown }>('select pg_current_xact_id()::text as id')).rows[0]?.id
}

async function locked<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK_KEY])
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    // When the connection itself is lost the rollback fails too; the first error says why.
    await client.query('rollback').catch(() => {})
    throw error
  }
}
