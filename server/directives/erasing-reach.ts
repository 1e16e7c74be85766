import { sql } from 'kysely'
import type { ErasingReach } from '#core/directives/erasing.ts'
import type { Id } from '#core/kernel/id.ts'
import { allows } from '#core/people/may.ts'
import { taskCode } from '#core/tasks/code.ts'
import type { Request } from '#server/http/mount.ts'
import { found } from '#server/http/refusal.ts'

type Counts = Omit<ErasingReach, 'tasks' | 'mayWithdraw'>

/** What hangs on a directive, as numbers: who keeps a register does not read all of it. */
export async function readErasingReach(
  { tx, actor, register }: Pick<Request<unknown>, 'tx' | 'actor' | 'register'>,
  id: Id,
): Promise<ErasingReach> {
  const { ownerId } = found(
    await tx.selectFrom('directive').select('ownerId').where('id', '=', id).executeTakeFirst(),
    'directive',
  )
  const { rows } = await sql<Counts & { id: Id; number: number }>`
    select * from app_erasing_reach(${id})`.execute(tx)
  const sum = (of: keyof Counts) => rows.reduce((total, row) => total + row[of], 0)
  return {
    tasks: rows.map((row) => ({ id: row.id, code: taskCode(row.number), assignments: row.assignments })),
    assignments: sum('assignments'),
    open: sum('open'),
    given: sum('given'),
    reports: sum('reports'),
    files: sum('files'),
    messages: sum('messages'),
    mayWithdraw: allows(actor, 'assignment.withdraw', { units: { issuedBy: register.path(ownerId as Id) } }),
  }
}
