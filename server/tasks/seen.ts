import { sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import type { Seen } from '#core/tasks/discussion-api.ts'
import type { Request } from '#server/http/mount.ts'
import { getAssignment, type StoredAssignment } from '#server/tasks/assignment-store.ts'
import { unitOf } from '#server/tasks/readers.ts'

type Reading = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'now'>

/** Before everything that was ever said here, and in a year that the database knows. */
const LONG_AGO = '2000-01-01T00:00:00.000Z' as Instant

/**
 * Notes that somebody opened an assignment in office. An acknowledgement and no command: it changes nothing of the assignment, so the journal
 * has no entry of it. Who only inspects (an auditor) leaves none. What was said after `shown` was not before them; the caller names that instant, and
 * so it says nothing of when it was opened first.
 */
export async function markSeen({ tx, register, actor, now }: Reading, id: Id, shown: Instant = now): Promise<boolean> {
  const assignment = await getAssignment(tx, id)
  const unitId = unitOf(actor, assignment, register)
  if (unitId === undefined) return false
  const { version } = assignment
  const until = shown < LONG_AGO ? LONG_AGO : shown < now ? shown : now
  await tx
    .insertInto('assignmentSeen')
    .values({ assignmentId: id, personId: actor.personId, unitId, firstAt: now, lastAt: until, version })
    .onConflict((clash) =>
      clash.columns(['assignmentId', 'personId']).doUpdateSet((eb) => ({
        unitId,
        lastAt: eb.fn<Instant>('greatest', [eb.ref('assignmentSeen.lastAt'), eb.ref('excluded.lastAt')]),
        version,
      })),
    )
    .execute()
  return true
}

/** Only of the units that take part; who may see which line is said by the row policies. */
export async function listSeen({ tx, register }: Reading, id: Id): Promise<z.input<typeof Seen>[]> {
  const assignment = await getAssignment(tx, id)
  const { rows } = await sql<{
    unitId: Id
    person: PersonRef
    firstAt: Instant
    lastAt: Instant
    version: number
  }>`
    select s.unit_id as "unitId", s.first_at as "firstAt", greatest(s.first_at, s.last_at) as "lastAt", s.version,
      jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position) as person
    from assignment_seen s join person p on p.id = s.person_id
    where s.assignment_id = ${id} order by s.first_at, p.id`.execute(tx)
  const seen = rows.flatMap(({ unitId, version, ...row }) => {
    const part = partOf(assignment, unitId)
    return part ? [{ ...row, part, unit: register.ref(unitId), current: version === assignment.version }] : []
  })
  return seen.toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part))
}

const PARTS: readonly Seen['part'][] = ['lead', 'cooperating', 'monitor', 'issuer']

function partOf(assignment: StoredAssignment, unitId: Id): Seen['part'] | undefined {
  if (assignment.lead.id === unitId) return 'lead'
  if (assignment.cooperatingIds.includes(unitId)) return 'cooperating'
  if (assignment.monitorId === unitId) return 'monitor'
  return assignment.issuedBy === unitId ? 'issuer' : undefined
}
