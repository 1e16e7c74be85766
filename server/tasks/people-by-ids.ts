import type { Id } from '#core/kernel/id.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import type { Tx } from '#server/db/store.ts'

/** The people of these ids, by id. */
export async function peopleByIds(tx: Tx, ids: readonly (Id | null)[]): Promise<(id: Id | null) => PersonRef | null> {
  const wanted = ids.filter((id) => id !== null)
  const rows =
    wanted.length === 0
      ? []
      : await tx.selectFrom('person').select(['id', 'name', 'position']).where('id', 'in', wanted).execute()
  const people = new Map(rows.map((row) => [row.id, { id: row.id as Id, name: row.name, position: row.position }]))
  return (id) => (id === null ? null : (people.get(id) ?? null))
}
