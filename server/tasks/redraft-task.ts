import { sql } from 'kysely'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { AddresseeChoice } from '#core/tasks/addressee-choice.ts'
import { type Deadline, lastDayOnTime } from '#core/tasks/deadline.ts'
import { fieldChanges, TASK_FIELDS } from '#core/tasks/field-changes.ts'
import { currentRule, type ReportingRule, withRule } from '#core/tasks/reporting.ts'
import { fail } from '#server/http/refusal.ts'
import { lockAssignmentsOfTask, type StoredAssignment, storedPlan } from '#server/tasks/assignment-store.ts'
import { readOffice, waitsForApproval } from '#server/tasks/circumstances.ts'
import { type Drafting, storeAssignments } from '#server/tasks/draft-task.ts'
import { planAssignments } from '#server/tasks/plan-task.ts'

type Redraft = { [K in keyof AddresseeChoice]?: AddresseeChoice[K] | undefined } & {
  action?: string | undefined
  deliverable?: string | null | undefined
  deadline?: Deadline | null | undefined
  reporting?: ReportingRule | null | undefined
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
  const reporting =
    changes.reporting === undefined ? currentRule(drafted.find(isOpenDraft)?.reporting ?? null) : changes.reporting
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
  const changed = fieldChanges(TASK_FIELDS, task, { action, deliverable, deadline })
  await record({
    command: 'task.edit',
    kind: 'task',
    id: task.id,
    data: { action, deliverable, deadline, changes: changed },
  })
  const open = drafted.filter(isOpenDraft)
  if (changes.leads !== undefined || changes.cooperating !== undefined || changes.monitorId !== undefined) {
    const kind = task.proposalId === null ? 'by-hand' : 'directive'
    const needsApproval = waitsForApproval(office, request.register, kind, task.ownerId)
    const given = { dueOn, reporting, needsApproval }
    await replaceDrafts(request, task, open, chosenAnew(open, changes), given)
  } else {
    const plan = withRule(null, reporting, { issuedOn: null, today: request.today })
    const redrafted = {
      dueOn,
      reporting: storedPlan(plan),
      state: 'draft',
      approvedBy: null,
      draftedBy: actor.personId,
    }
    await changeDrafts(request, open, redrafted, 'assignment.redraft', { dueOn, reporting })
  }
}

function isOpenDraft({ state }: StoredAssignment): boolean {
  return state === 'draft' || state === 'approved'
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
  {
    dueOn,
    reporting,
    needsApproval,
  }: { dueOn: PlainDate | null; reporting: ReportingRule | null; needsApproval: boolean },
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
      reporting,
      source: { kind: 'by-hand', note: '' },
    },
    after: rows[0]?.last ?? 0,
  })
  const ids = await storeAssignments(tx, [given])
  await record(...ids.map((id) => ({ command: 'assignment.draft', kind: 'assignment' as const, id })))
}
