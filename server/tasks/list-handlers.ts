import type { Id } from '#core/kernel/id.ts'
import { byVietnameseOrder } from '#core/kernel/vietnamese-order.ts'
import { allows } from '#core/people/may.ts'
import { Role } from '#core/people/role.ts'
import type { Request } from '#server/http/mount.ts'
import { getAssignment } from '#server/tasks/assignment-store.ts'

type OnAssignment = Pick<Request<unknown>, 'tx' | 'register' | 'today'> & { params: { id: Id } }

/** People of the lead whose role lets them do the work: an auditor there would be named and could not open it. */
export async function listHandlers({ tx, params, today, register }: OnAssignment) {
  const { lead } = await getAssignment(tx, params.id)
  const canHandle = Role.options.filter((role) => {
    const anybody = lead.id
    const subject = { units: { lead: register.path(lead.id) }, handlerIds: [anybody] }
    return allows({ personId: anybody, roles: [{ role, unitId: lead.id }] }, 'assignment.report', subject)
  })
  const rows = await tx
    .selectFrom('person as p')
    .innerJoin('roleGrant as g', 'g.personId', 'p.id')
    .select(['p.id', 'p.name', 'p.position'])
    .distinct()
    .where('g.unitId', '=', lead.id)
    .where('g.role', 'in', canHandle)
    .where('p.active', '=', true)
    .where('g.fromOn', '<=', today)
    .where((eb) => eb.or([eb('g.toOn', 'is', null), eb('g.toOn', '>=', today)]))
    .execute()
  return byVietnameseOrder(rows.map((row) => ({ ...row, id: row.id as Id })))
}
