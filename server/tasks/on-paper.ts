import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { dayOf, type Instant } from '#core/kernel/plain-date.ts'
import type { Duty } from '#core/tasks/answers.ts'
import { assignmentCode } from '#core/tasks/code.ts'
import type { Tx } from '#server/db/store.ts'
import type { Request } from '#server/http/mount.ts'

/** Whether the directive of a task is known to be secret: it takes no words any more. */
export async function isErased(tx: Tx, taskId: Id): Promise<boolean> {
  const row = await tx.selectFrom('task').select('erasedAt').where('id', '=', taskId).executeTakeFirst()
  return row !== undefined && row.erasedAt !== null
}

const AT_MOST = 200

/** What was withdrawn because its directive is secret, of units for which the caller answers or that they handle: until they have opened it. */
export async function listOnPaper(
  { tx, register }: Pick<Request<unknown>, 'tx' | 'register'>,
  answering: readonly Id[],
): Promise<Duty[]> {
  const { rows } = await sql<{
    id: Id
    number: number
    ordinal: number
    action: string
    leadId: Id
    erasedAt: Instant
  }>`
    select * from app_on_paper(${answering}::uuid[], ${AT_MOST})`.execute(tx)
  return rows.map((row) => ({
    kind: 'on-paper',
    subject: 'assignment',
    id: row.id,
    code: assignmentCode(row.number, row.ordinal),
    title: row.action,
    unit: register.ref(row.leadId),
    by: null,
    since: dayOf(row.erasedAt),
    lateness: null,
  }))
}
