import { sql } from 'kysely'
import type { SubjectKind } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Subject } from '#core/people/may.ts'
import { subjectOf as assignmentAsSubject } from '#core/tasks/actions-for.ts'
import type { Tx } from '#server/db/store.ts'
import { found } from '#server/http/refusal.ts'
import { getAssignment } from '#server/tasks/assignment-store.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

/** The units and persons on which the right to a stored thing depends. What row security hides is not found. */
export async function subjectOf(tx: Tx, register: UnitRegister, kind: SubjectKind, id: Id): Promise<Subject> {
  switch (kind) {
    case 'directive':
      return directiveSubject(tx, register, id)
    case 'proposal': {
      const row = await tx.selectFrom('proposal').select('directiveId').where('id', '=', id).executeTakeFirst()
      return directiveSubject(tx, register, found(row, kind).directiveId as Id)
    }
    case 'task':
      return taskSubject(tx, register, id)
    case 'assignment':
      return assignmentSubject(tx, register, id)
  }
}

async function directiveSubject(tx: Tx, register: UnitRegister, id: Id): Promise<Subject> {
  const row = found(
    await tx.selectFrom('directive').select('ownerId').where('id', '=', id).executeTakeFirst(),
    'directive',
  )
  const addressees = await tx.selectFrom('directiveAddressee').select('unitId').where('directiveId', '=', id).execute()
  return {
    units: {
      holding: register.path(row.ownerId as Id),
      addressed: addressees.map(({ unitId }) => register.path(unitId as Id)),
    },
  }
}

async function taskSubject(tx: Tx, register: UnitRegister, id: Id): Promise<Subject> {
  const row = found(await tx.selectFrom('task').select('ownerId').where('id', '=', id).executeTakeFirst(), 'task')
  const { rows } = await sql<{ unitId: Id }>`
    select distinct unit_id as "unitId" from (
      select lead_id as unit_id from assignment where task_id = ${id} and issued_on is not null
      union all select monitor_id from assignment where task_id = ${id} and issued_on is not null
      union all select c.unit_id from assignment_cooperating c join assignment a on a.id = c.assignment_id
        where a.task_id = ${id} and a.issued_on is not null
    ) units where unit_id is not null`.execute(tx)
  const owner = register.path(row.ownerId as Id)
  return { units: { holding: owner, issuedBy: owner, addressed: rows.map(({ unitId }) => register.path(unitId)) } }
}

async function assignmentSubject(tx: Tx, register: UnitRegister, id: Id): Promise<Subject> {
  return assignmentAsSubject(await getAssignment(tx, id), (unitId) => register.path(unitId))
}
