import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Tx } from '#server/db/store.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

/** Units that an issued assignment names may read the directive; only units below the one that issues. */
export async function addAddressees(
  tx: Tx,
  register: UnitRegister,
  directiveId: Id | null,
  issuedBy: Id,
  unitIds: readonly Id[],
): Promise<void> {
  if (directiveId === null) return
  const below = listBelow(register, issuedBy, unitIds)
  if (below.length === 0) return
  await sql`insert into directive_addressee (directive_id, unit_id) select ${directiveId}, u from unnest(${below}::uuid[]) u on conflict do nothing`.execute(
    tx,
  )
}

export function listBelow(register: UnitRegister, issuedBy: Id, unitIds: readonly Id[]): Id[] {
  return [...new Set(unitIds)].filter(
    (unitId) => register.tree.byId.has(unitId) && register.path(unitId).includes(issuedBy),
  )
}
