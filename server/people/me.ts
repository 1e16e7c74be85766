import type { z } from 'zod'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Me, RoleGrant } from '#core/people/api.ts'
import { type Actor, allowsSomewhere, DEEDS } from '#core/people/may.ts'
import type { Tx } from '#server/db/store.ts'
import { found } from '#server/http/refusal.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

export async function describeMe(
  tx: Tx,
  register: UnitRegister,
  personId: Id,
  today: PlainDate,
  demo: boolean,
): Promise<z.input<typeof Me>> {
  const person = found(
    await tx
      .selectFrom('person')
      .select(['id', 'login', 'name', 'position', 'mustChangePassword'])
      .where('id', '=', personId)
      .executeTakeFirst(),
    'person',
  )
  const roles = (await listGrants(tx, register, [personId])).filter(
    (grant) => grant.from <= today && (grant.to === null || grant.to >= today),
  )
  const actor: Actor = { personId, roles: roles.map(({ role, unit }) => ({ role, unitId: unit.id })) }
  return {
    person: { id: person.id, login: person.login, name: person.name, position: person.position },
    roles,
    deeds: DEEDS.filter((deed) => allowsSomewhere(actor, deed)),
    mustChangePassword: person.mustChangePassword,
    demo,
    today,
  }
}

export async function listGrants(
  tx: Tx,
  register: UnitRegister,
  personIds: string[],
): Promise<(RoleGrant & { personId: string })[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('roleGrant')
    .selectAll()
    .where('personId', 'in', personIds)
    .orderBy('fromOn')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id,
    personId: row.personId,
    role: row.role as RoleGrant['role'],
    unit: register.ref(row.unitId as Id),
    from: row.fromOn as PlainDate,
    to: row.toOn as PlainDate | null,
  }))
}
