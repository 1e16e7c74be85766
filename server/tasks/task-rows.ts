import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#core/kernel/id.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import type { TaskRow } from '#core/tasks/answers.ts'
import { type Deadline, lastDayOnTime } from '#core/tasks/deadline.ts'
import type { Request } from '#server/http/mount.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import { taskCode } from '#core/tasks/code.ts'

interface TaskRecord {
  id: Id
  number: number
  action: string
  directiveSymbol: string | null
  ownerId: Id
  deadline: Deadline | null
  draftedAt: Instant
  version: number
  states: Record<string, number>
  dueOn: PlainDate | null
}

/** Known tasks as lists show them, in the order given, with their assignments within the reader's scope. */
export async function listTaskRows(
  { tx, register }: Pick<Request<unknown>, 'tx' | 'register'>,
  ids: RawBuilder<unknown>,
): Promise<{ rows: z.input<typeof TaskRow>[]; lastNumber: number | null }> {
  const settings = await readSettings(tx)
  const { rows } = await sql<TaskRecord>`select * from app_task_rows(${ids})`.execute(tx)
  return {
    lastNumber: rows.at(-1)?.number ?? null,
    rows: rows.map(({ number, ownerId, deadline, dueOn, states, ...row }) => ({
      ...row,
      code: taskCode(number),
      owner: register.ref(ownerId),
      lastDayOnTime: deadline ? lastDayOnTime(deadline, settings) : dueOn,
      states,
      assignments: Object.values(states).reduce((sum, count) => sum + count, 0),
    })),
  }
}
