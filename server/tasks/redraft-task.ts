import { sql } from 'kysely'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { AddresseeChoice } from '#core/tasks/addressee-choice.ts'
import { type Deadline, isPlausibleDue, lastDayOnTime } from '#core/tasks/deadline.ts'
import { assignmentChanges, fieldChanges, TASK_FIELDS } from '#core/tasks/field-changes.ts'
import { commonRule, currentRule, isSameRule, type ReportingRule, withRule } from '#core/tasks/reporting.ts'
import { fail } from '#server/http/refusal.ts'
import { lockAssignmentsOfTask, type StoredAssignment, storedPlan } from '#server/tasks/assignment-store.ts'
import { readOffice, waitsForApproval } from '#server/tasks/circumstances.ts'
import { type Drafting, storeAssignments } from '#server/tasks/draft-task.ts'
import { findGivenDays } from '#server/tasks/given-days.ts'
import { isErased } from '#server/tasks/on-paper.ts'
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
  const { tx, record } = request
  const drafted = await lockAssignmentsOfTask(tx, task.id)
  if (await isErased(tx, task.id)) fail({ code: 'directive/secret' })
  if (drafted.some((row) => row.issuedOn !== null)) fail({ code: 'task/already_issued' })
  if (task.parentId !== null) fail({ code: 'task/cascaded' })
  const office = await readOffice(request)
  const open = drafted.filter(isOpenDraft)
  const action = changes.action ?? task.action
  const deliverable = changes.deliverable === undefined ? task.deliverable : changes.deliverable
  const deadline = changes.deadline === undefined ? task.deadline : changes.deadline
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
  const rule = commonRule(open.map((assignment) => assignment.reporting))
  const before = lastDayOnTime(task.deadline, office)
  const dueOn = lastDayOnTime(deadline, office)
  if (dueOn !== null && dueOn !== before && !isPlausibleDue(dueOn)) fail({ code: 'assignment/due_implausible', dueOn })
  const terms: Terms = {
    given: await findGivenDays(tx, open),
    // Whoever leaves the deadline as it is leaves the days, too, whatever today's settings would make of them.
    deadline: { dueOn, isNew: changed.some(({ field }) => field === 'deadline') },
    reporting: { from: rule, to: changes.reporting === undefined ? rule : changes.reporting },
  }
  if (changes.leads !== undefined || changes.cooperating !== undefined || changes.monitorId !== undefined) {
    const kind = task.proposalId === null ? 'by-hand' : 'directive'
    const needsApproval = waitsForApproval(office, request.register, kind, task.ownerId)
    await replaceDrafts(request, { task, open, choice: chosenAnew(open, changes), terms, needsApproval })
  } else {
    await changeDrafts(request, 'assignment.redraft', open, (draft) => ({
      ...termsOf(draft, terms, request.today),
      state: 'draft',
      approvedBy: null,
      draftedBy: request.actor.personId,
    }))
  }
}

/** What the task says of all its assignments, before the edit and after it. */
interface Terms {
  /** The day that each draft has from the task. */
  given: ReadonlyMap<Id, PlainDate | null>
  deadline: { dueOn: PlainDate | null; isNew: boolean }
  reporting: { from: ReportingRule | null; to: ReportingRule | null }
}

/** A draft follows its task; where it was given a day or a schedule of its own, it keeps that. */
function termsOf(draft: StoredAssignment, { given, deadline, reporting }: Terms, today: PlainDate) {
  const hasOwnDay = draft.dueOn !== given.get(draft.id) || draft.deadlineText !== null
  const hasOwnRule = !isSameRule(currentRule(draft.reporting), reporting.from)
  return {
    dueOn: hasOwnDay || !deadline.isNew ? draft.dueOn : deadline.dueOn,
    reporting: hasOwnRule ? draft.reporting : withRule(null, reporting.to, { issuedOn: null, today }),
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

/** A change to every draft, each with its entry in the journal; those that change alike share a statement. */
async function changeDrafts(
  { tx, record }: Drafting,
  command: string,
  open: readonly StoredAssignment[],
  changed: (draft: StoredAssignment) => Partial<StoredAssignment>,
  { marks = {}, data = {} }: { marks?: Record<string, unknown>; data?: Record<string, unknown> } = {},
): Promise<void> {
  const made = open.map((before) => ({ before, values: changed(before) }))
  for (const alike of Map.groupBy(made, ({ values }) => JSON.stringify(values)).values()) {
    const { reporting, ...values } = alike[0]?.values ?? {}
    await tx
      .updateTable('assignment')
      .set((eb) => ({
        ...values,
        ...(reporting === undefined ? {} : { reporting: storedPlan(reporting) }),
        ...marks,
        version: eb('version', '+', 1),
      }))
      .where(
        'id',
        'in',
        alike.map(({ before }) => before.id),
      )
      .execute()
  }
  await record(
    ...made.map(({ before, values }) => ({
      command,
      kind: 'assignment' as const,
      id: before.id,
      data: { ...data, changes: assignmentChanges(before, { ...before, ...values }) },
    })),
  )
}

/** New drafts for who takes part now; a lead that stays keeps what its draft said for it alone. */
async function replaceDrafts(
  request: Drafting,
  {
    task,
    open,
    choice,
    terms,
    needsApproval,
  }: {
    task: { id: Id; ownerId: Id; directiveId: Id | null }
    open: readonly StoredAssignment[]
    choice: AddresseeChoice
    terms: Terms
    needsApproval: boolean
  },
): Promise<void> {
  const { tx, today, now, record } = request
  const marks = { exitReason: 'redrafted', exitedOn: today, exitedAt: now }
  const data = { reason: 'redrafted' }
  await changeDrafts(request, 'assignment.withdraw', open, () => ({ state: 'withdrawn' }), { marks, data })
  const { rows } = await sql<{
    last: number
  }>`select coalesce(max(ordinal), 0) as last from assignment where task_id = ${task.id}`.execute(tx)
  const given = planAssignments(request, await readOffice(request), {
    taskId: task.id,
    directiveId: task.directiveId,
    dueOn: terms.deadline.dueOn,
    needsApproval,
    draft: {
      leads: choice.leads,
      cooperating: choice.cooperating,
      monitorId: choice.monitorId,
      ownerId: task.ownerId,
      reporting: terms.reporting.to,
      source: { kind: 'by-hand', note: '' },
    },
    after: rows[0]?.last ?? 0,
  })
  const keptOf = (row: (typeof given.rows)[number]) =>
    open.find(({ lead }) => lead.id === (row.leadId ?? row.externalLeadId))
  const withOwn = given.rows.map((row) => {
    const kept = keptOf(row)
    if (kept === undefined) return row
    return { ...row, ...termsOf(kept, terms, today), action: kept.action, deadlineText: kept.deadlineText }
  })
  await storeAssignments(tx, [{ ...given, rows: withOwn }])
  await record(
    ...withOwn.map((row) => {
      const kept = keptOf(row)
      // What the task had given is said where the draft had another day, which it keeps; one that has just followed its task has its day from there.
      const day = kept && terms.given.get(kept.id)
      const data = kept !== undefined && day !== undefined && day !== kept.dueOn ? { given: day } : {}
      return { command: 'assignment.draft', kind: 'assignment' as const, id: row.id, data }
    }),
  )
}
