import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { fold } from '#core/kernel/fold.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { AddresseeChoice } from '#core/tasks/addressee-choice.ts'
import { type Deadline, lastDayOnTime } from '#core/tasks/deadline.ts'
import { lockAssignmentsOfTask, type StoredAssignment } from '#server/tasks/assignment-store.ts'
import type { Request } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { readOffice, waitsForApproval } from '#server/tasks/circumstances.ts'
import { planAssignments, planTask, type TaskDraft } from '#server/tasks/plan-task.ts'

/** Well under the 65,535 parameters of one statement. */
const BATCH = 2000

type Drafting = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'today' | 'now' | 'newId' | 'record'>

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

async function storeAssignments(
  tx: Drafting['tx'],
  given: readonly ReturnType<typeof planAssignments>[],
): Promise<Id[]> {
  const rows = given.flatMap((one) => one.rows)
  const cooperating = given.flatMap((one) => one.cooperating)
  for (let from = 0; from < rows.length; from += BATCH)
    await tx
      .insertInto('assignment')
      .values(rows.slice(from, from + BATCH))
      .execute()
  for (let from = 0; from < cooperating.length; from += BATCH) {
    await tx
      .insertInto('assignmentCooperating')
      .values(cooperating.slice(from, from + BATCH))
      .execute()
  }
  return rows.map((row) => row.id)
}

type Redraft = { [K in keyof AddresseeChoice]?: AddresseeChoice[K] | undefined } & {
  action?: string | undefined
  deliverable?: string | null | undefined
  deadline?: Deadline | null | undefined
}

/** Changes a task none of whose assignments is issued; named addressees replace the drafted ones. */
export async function redraftTask(
  request: Drafting,
  task: {
    id: Id
    version: number
    ownerId: Id
    directiveId: Id | null
    proposalId: Id | null
    parentId: Id | null
    action: string
    deliverable: string | null
    deadline: Deadline | null
  },
  changes: Redraft,
): Promise<void> {
  const { tx, actor, record } = request
  const drafted = await lockAssignmentsOfTask(tx, task.id)
  if (drafted.some((row) => row.issuedOn !== null)) fail({ code: 'task/already_issued' })
  if (task.parentId !== null) fail({ code: 'task/cascaded' })
  const office = await readOffice(request)
  const action = changes.action ?? task.action
  const deliverable = changes.deliverable === undefined ? task.deliverable : changes.deliverable
  const deadline = changes.deadline === undefined ? task.deadline : changes.deadline
  const dueOn = lastDayOnTime(deadline, office)
  await tx
    .updateTable('task')
    .set({
      action,
      deliverable,
      deadline: deadline ? JSON.stringify(deadline) : null,
      folded: fold(`${action} ${deliverable ?? ''}`),
      version: task.version + 1,
    })
    .where('id', '=', task.id)
    .execute()
  await record({ command: 'task.edit', kind: 'task', id: task.id, data: { action, deliverable, deadline } })
  const open = drafted.filter((row) => row.state === 'draft' || row.state === 'approved')
  if (changes.leads !== undefined || changes.cooperating !== undefined || changes.monitorId !== undefined) {
    const kind = task.proposalId === null ? 'by-hand' : 'directive'
    const waits = waitsForApproval(office, request.register, kind, task.ownerId)
    await replaceDrafts(request, task, open, chosenAnew(open, changes), dueOn, waits)
  } else {
    const redrafted = { dueOn, state: 'draft', approvedBy: null, draftedBy: actor.personId }
    await changeDrafts(request, open, redrafted, 'assignment.redraft', { dueOn })
  }
}

/** Who takes part after the change: what is not named anew stays as it was drafted. */
function chosenAnew(open: readonly StoredAssignment[], changes: Redraft): AddresseeChoice {
  const cooperatingIds = [...new Set(open.flatMap((assignment) => assignment.cooperatingIds))]
  return {
    leads: changes.leads ?? open.map((assignment) => assignment.lead),
    cooperating: changes.cooperating ?? cooperatingIds.map((id) => ({ kind: 'unit', id })),
    monitorId: changes.monitorId === undefined ? (open[0]?.monitorId ?? null) : changes.monitorId,
  }
}

/** The same change to every draft, each with its entry in the journal. */
async function changeDrafts(
  { tx, record }: Drafting,
  open: readonly StoredAssignment[],
  values: Record<string, unknown>,
  command: string,
  data: Record<string, unknown>,
): Promise<void> {
  if (open.length === 0) return
  const ids = open.map((assignment) => assignment.id)
  await tx
    .updateTable('assignment')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .execute()
  await record(...ids.map((id) => ({ command, kind: 'assignment' as const, id, data })))
}

async function replaceDrafts(
  request: Drafting,
  task: { id: Id; ownerId: Id; directiveId: Id | null },
  open: readonly StoredAssignment[],
  choice: AddresseeChoice,
  dueOn: PlainDate | null,
  needsApproval: boolean,
): Promise<void> {
  const { tx, today, now, record } = request
  const exit = { state: 'withdrawn', exitReason: 'redrafted', exitedOn: today, exitedAt: now }
  await changeDrafts(request, open, exit, 'assignment.withdraw', { reason: 'redrafted' })
  const { rows } = await sql<{
    last: number
  }>`select coalesce(max(ordinal), 0) as last from assignment where task_id = ${task.id}`.execute(tx)
  const given = planAssignments(request, await readOffice(request), {
    taskId: task.id,
    directiveId: task.directiveId,
    dueOn,
    needsApproval,
    draft: {
      leads: choice.leads,
      cooperating: choice.cooperating,
      monitorId: choice.monitorId,
      ownerId: task.ownerId,
      source: { kind: 'by-hand', note: '' },
    },
    after: rows[0]?.last ?? 0,
  })
  const ids = await storeAssignments(tx, [given])
  await record(...ids.map((id) => ({ command: 'assignment.draft', kind: 'assignment' as const, id })))
}
