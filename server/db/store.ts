import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import type pg from 'pg'
import type { DB } from '#server/db/tables.gen.ts'

/** The tables as TypeScript sees them, generated from the migrations. */
export type Tables = DB

/** Where the data is, open for work. The same driver and the same values, whether embedded or on a PostgreSQL server. */
export interface Store {
  kind: 'embedded' | 'postgres'
  db: Kysely<Tables>
  /** The connections below `db`; for migrations and LISTEN. */
  pool: pg.Pool
  close(): Promise<void>
}

/** The handle of one transaction. Work inside a transaction uses only this: on the embedded store `db` would wait for it. */
export type Tx = Transaction<Tables>

/**
 * Kysely over a pool, with `due_on` as `dueOn`. The names inside a JSON value are data and stay as they are; therefore rows made
 * by `json_agg` keep the names of the columns.
 */
export function queriesOver(pool: pg.Pool): Kysely<Tables> {
  const names = new CamelCasePlugin({ maintainNestedObjectKeys: true })
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [names] })
}
