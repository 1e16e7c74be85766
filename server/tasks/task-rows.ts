import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#core/kernel/id.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import type { TaskRow } from '#core/tasks/answers.ts'
import { type Deadline, lastDayOnTime } from '#core/tasks/deadline.ts'
import type { Request } from '#server/http/mount.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import { taskCode } from '#core/tasks/code.ts'

export async function listTaskRows(
  { tx, register }: Pick<Request<unknown>, 'tx' | 'register'>,
  where: RawBuilder<unknown>,
  limit: number,
  offset: number,
): Promise<z.input<typeof TaskRow>[]> {
  const settings = await readSettings(tx)
  const { rows } = await sql<{
    id: Id
    number: number
    action: string
    directiveSymbol: string | null
    ownerId: Id
    deadline: Deadline | null
    dueOn: PlainDate | null
    draftedAt: Instant
    states: Record<string, number>
    version: number
  }>`
    select t.id, t.number, t.action, d.symbol as "directiveSymbol", t.owner_id as "ownerId", t.deadline, t.drafted_at as "draftedAt", t.version,
      (select max(a.due_on) from assignment a where a.task_id = t.id) as "dueOn",
      coalesce((select jsonb_object_agg(state, n) from (select state, count(*) as n from assignment a where a.task_id = t.id group by state) s), '{}') as states
    from task t left join directive d on d.id = t.directive_id
    where ${where} order by t.number desc limit ${limit} offset ${offset}`.execute(tx)
  return rows.map(({ number, ownerId, deadline, dueOn, states, ...row }) => ({
    ...row,
    code: taskCode(number),
    owner: register.ref(ownerId),
    lastDayOnTime: deadline ? lastDayOnTime(deadline, settings) : dueOn,
    states,
    assignments: Object.values(states).reduce((sum, count) => sum + count, 0),
  }))
}
