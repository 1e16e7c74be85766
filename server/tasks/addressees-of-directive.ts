import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { type Assignment, isGiven } from '#core/tasks/assignment.ts'
import type { Tx } from '#server/db/store.ts'
import type { StoredAssignment } from '#server/tasks/assignment-store.ts'
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
  // One command at a time, as `app_forget_addressees` does; the next statement sees what the one before has left.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`addressees ${directiveId}`}, 0))`.execute(tx)
  await sql`insert into directive_addressee (directive_id, unit_id) select ${directiveId}, u from unnest(${below}::uuid[]) u on conflict do nothing`.execute(
    tx,
  )
}

/**
 * What one command makes of who reads the directive: whom the assignment names now reads it, and whom it names no more keeps it only where
 * another issued assignment names them. Call it after the assignment is stored.
 */
export async function followAddressees(
  tx: Tx,
  register: UnitRegister,
  before: StoredAssignment,
  after: Assignment,
): Promise<void> {
  const { directiveId } = before
  const [earlier, now] = [listNamed(before), listNamed(after)]
  const added = now.filter((unitId) => !earlier.includes(unitId))
  await addAddressees(tx, register, directiveId, before.issuedBy, added)
  const gone = earlier.filter((unitId) => !now.includes(unitId))
  if (directiveId !== null && gone.length > 0)
    await sql`select app_forget_addressees(${directiveId}, ${gone}::uuid[])`.execute(tx)
}

/** To whom some assignments open their directives; each unit once for a directive. */
export function listAddressees(
  register: UnitRegister,
  assignments: readonly StoredAssignment[],
): { directiveId: Id; unitId: Id }[] {
  const addressed = new Map<string, { directiveId: Id; unitId: Id }>()
  for (const assignment of assignments) {
    const { directiveId, issuedBy } = assignment
    if (directiveId === null) continue
    for (const unitId of listBelow(register, issuedBy, listNamed(assignment)))
      addressed.set(`${directiveId} ${unitId}`, { directiveId, unitId })
  }
  return [...addressed.values()]
}

/** To whom an assignment opens its directive: whom it names, from the issue until it is withdrawn, superseded or merged. */
export function listNamed(assignment: Assignment): Id[] {
  if (!isGiven(assignment) || EXITS.has(assignment.state)) return []
  const { lead, cooperatingIds, monitorId } = assignment
  return [lead.id, ...cooperatingIds, ...(monitorId ? [monitorId] : [])]
}

const EXITS: ReadonlySet<Assignment['state']> = new Set(['withdrawn', 'superseded', 'merged'])

function listBelow(register: UnitRegister, issuedBy: Id, unitIds: readonly Id[]): Id[] {
  return [...new Set(unitIds)].filter(
    (unitId) => register.tree.byId.has(unitId) && register.path(unitId).includes(issuedBy),
  )
}
