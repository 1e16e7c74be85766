import type { Id } from '#core/kernel/id.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import { byVietnameseOrder } from '#core/kernel/vietnamese-order.ts'
import { allows, rolesGranting, type Subject } from '#core/people/may.ts'
import type { HeldRole } from '#core/people/role.ts'
import { subjectOf } from '#core/tasks/actions-for.ts'
import type { Assignment } from '#core/tasks/assignment.ts'
import type { Request } from '#server/http/mount.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

type Reader = Pick<Request<unknown>, 'tx' | 'register' | 'today'>

/** Everybody who takes part in what is said about an assignment: who reads it in full, by the table of authority. */
export async function listReaders({ tx, register, today }: Reader, assignment: Assignment): Promise<PersonRef[]> {
  const subject = subjectOf(assignment, (unitId) => register.path(unitId))
  const units = unitsAround(subject)
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('person as p')
    .innerJoin('roleGrant as g', 'g.personId', 'p.id')
    .select(['p.id', 'p.name', 'p.position', 'g.role', 'g.unitId'])
    .where('g.unitId', 'in', units)
    .where('p.active', '=', true)
    .where('g.fromOn', '<=', today)
    .where((eb) => eb.or([eb('g.toOn', 'is', null), eb('g.toOn', '>=', today)]))
    .execute()
  const people = new Map<Id, PersonRef & { roles: HeldRole[] }>()
  for (const { id, name, position, role, unitId } of rows) {
    const person = people.get(id as Id) ?? { id: id as Id, name, position, roles: [] }
    person.roles.push({ role, unitId } as HeldRole)
    people.set(person.id, person)
  }
  const readers = [...people.values()].filter(({ id, roles }) =>
    allows({ personId: id, roles }, 'assignment.discuss', subject),
  )
  return byVietnameseOrder(readers.map(({ id, name, position }) => ({ id, name, position })))
}

/** The units that take part, and those above them. */
function unitsAround({ units }: Subject): Id[] {
  const { holding, lead, cooperating = [], monitor, issuedBy } = units
  return [...new Set([holding, lead, ...cooperating, monitor, issuedBy].flatMap((path) => path ?? []))]
}

/** The unit for which somebody reads an assignment: that of the lead before those that take part otherwise, and the issuer's after them. */
export function unitOf(
  actor: Request<unknown>['actor'],
  assignment: Assignment,
  register: UnitRegister,
): Id | undefined {
  const subject = subjectOf(assignment, (unitId) => register.path(unitId))
  const held = rolesGranting(actor, 'assignment.discuss', subject).map(({ unitId }) => unitId)
  const order = [assignment.lead.id, ...assignment.cooperatingIds, assignment.monitorId, assignment.issuedBy]
  return order.find((unitId) => unitId !== null && held.includes(unitId)) ?? held[0]
}
