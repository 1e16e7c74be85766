import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Request } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { storedPlan } from '#server/tasks/assignment-store.ts'
import { readOffice } from '#server/tasks/circumstances.ts'
import { planAssignments, planTask, type TaskDraft } from '#server/tasks/plan-task.ts'

/** Well under the 65,535 parameters of one statement. */
const BATCH = 2000

export type Drafting = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'today' | 'now' | 'newId' | 'record'>

/** Stores a task with a draft assignment for each lead that its addressees reach. */
export async function draftTask(request: Drafting, draft: TaskDraft): Promise<DraftedTask> {
  const [drafted] = await draftTasks(request, [draft])
  return drafted ?? fail({ code: 'task/no_lead' })
}

export interface DraftedTask {
  id: Id
  number: number
  assignments: number
}

/** The same for many at once: each is a command of its own, and all are stored together. */
export async function draftTasks(request: Drafting, drafts: readonly TaskDraft[]): Promise<DraftedTask[]> {
  const { tx, record } = request
  const office = await readOffice(request)
  const { rows: numbers } = await sql<{
    number: number
  }>`select nextval('task_number') as number from generate_series(1, ${drafts.length}::int)`.execute(tx)
  const planned = drafts.map((draft, at) => planTask(request, office, draft, numbers[at]?.number ?? 0))
  for (let from = 0; from < planned.length; from += BATCH)
    await tx
      .insertInto('task')
      .values(planned.slice(from, from + BATCH).map(({ task }) => task))
      .execute()
  const assignmentIds = await storeAssignments(
    tx,
    planned.map(({ given }) => given),
  )
  await record(
    ...planned.map(({ task: { id, action } }) => ({
      command: 'task.draft',
      kind: 'task' as const,
      id,
      data: { action },
    })),
  )
  await record(...assignmentIds.map((id) => ({ command: 'assignment.draft', kind: 'assignment' as const, id })))
  return planned.map(({ task: { id, number }, given }) => ({ id, number, assignments: given.rows.length }))
}

export async function storeAssignments(
  tx: Drafting['tx'],
  given: readonly ReturnType<typeof planAssignments>[],
): Promise<Id[]> {
  const rows = given.flatMap((one) => one.rows)
  const cooperating = given.flatMap((one) => one.cooperating)
  for (let from = 0; from < rows.length; from += BATCH)
    await tx
      .insertInto('assignment')
      .values(rows.slice(from, from + BATCH).map((row) => ({ ...row, reporting: storedPlan(row.reporting) })))
      .execute()
  for (let from = 0; from < cooperating.length; from += BATCH) {
    await tx
      .insertInto('assignmentCooperating')
      .values(cooperating.slice(from, from + BATCH))
      .execute()
  }
  return rows.map((row) => row.id)
}
