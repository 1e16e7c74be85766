import { sql } from 'kysely'
import type { Tx } from '#server/db/store.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { snakeCase } from '#server/demo/state-digest.ts'

/** Rows of one statement; they travel as one JSON value, which both stores read faster than thousands of parameters. */
const BATCH = 4000

/** Inserts rows that all name the same columns (`undefined` names none); the others get what the table gives them. */
export async function insertBulk(tx: Tx, table: keyof DB, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const keys = Object.keys(first).filter((key) => (first as Record<string, unknown>)[key] !== undefined)
  const name = snakeCase(table)
  const names = keys.map((key) => [key, snakeCase(key)] as const)
  const columns = sql.raw(names.map(([, column]) => column).join(', '))
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH).map((row) => {
      const values = row as Record<string, unknown>
      return Object.fromEntries(names.map(([key, column]) => [column, values[key] ?? null]))
    })
    await sql`insert into ${sql.raw(name)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.raw(name)}, ${JSON.stringify(batch)}::jsonb)`.execute(
      tx,
    )
  }
}
