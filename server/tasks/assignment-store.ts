import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import type { Assignment } from '#core/tasks/assignment.ts'
import type { AssignmentEvent } from '#core/tasks/assignment-event.ts'
import type { Tx } from '#server/db/store.ts'
import { found } from '#server/http/refusal.ts'

/** The assignment as its lifecycle knows it, with the version of its row. */
export type StoredAssignment = Assignment & { version: number; directiveId: Id | null }

const COLUMNS = sql`a.id, a.task_id as "taskId", a.directive_id as "directiveId", a.state, a.issued_by as "issuedBy", a.monitor_id as "monitorId",
  a.drafted_by as "draftedBy", a.needs_approval as "needsApproval", a.approved_by as "approvedBy", a.issued_on as "issuedOn",
  a.answer_from as "answerFrom", a.action, a.original_due_on as "originalDueOn", a.due_on as "dueOn", a.handler_id as "handlerId", a.percent,
  a.deadline_text as "deadlineText", a.reporting, a.version,
  case when a.lead_id is null then jsonb_build_object('kind', 'external', 'id', a.external_lead_id)
    else jsonb_build_object('kind', 'unit', 'id', a.lead_id) end as lead,
  case when a.reported_on is not null then jsonb_build_object('reportedOn', a.reported_on, 'reportedBy', a.reported_by,
    'onBehalf', a.reported_on_behalf) end as completion,
  coalesce((select jsonb_agg(c.unit_id order by c.unit_id) from assignment_cooperating c where c.assignment_id = a.id), '[]') as "cooperatingIds"`

export async function getAssignment(tx: Tx, id: Id): Promise<StoredAssignment> {
  const { rows } = await sql<StoredAssignment>`select ${COLUMNS} from assignment a where a.id = ${id}`.execute(tx)
  return found(rows[0], 'assignment')
}

export async function listStoredAssignments(tx: Tx, ids: readonly Id[]): Promise<StoredAssignment[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredAssignment>`
    select ${COLUMNS} from assignment a where a.id = any(${ids}::uuid[])`.execute(tx)
  return rows
}

/** For a change: nobody else changes it until the transaction ends. */
export async function lockAssignment(tx: Tx, id: Id): Promise<StoredAssignment> {
  const { rows } =
    await sql<StoredAssignment>`select ${COLUMNS} from assignment a where a.id = ${id} for update of a`.execute(tx)
  return found(rows[0], 'assignment')
}

export function lockAssignmentsOfTask(tx: Tx, taskId: Id): Promise<StoredAssignment[]> {
  return lockAssignmentsOfTasks(tx, [taskId])
}

export async function lockAssignmentsOfTasks(tx: Tx, taskIds: readonly Id[]): Promise<StoredAssignment[]> {
  const { rows } = await sql<StoredAssignment>`
    select ${COLUMNS} from assignment a where a.task_id = any(${taskIds}::uuid[]) order by a.task_id, a.ordinal for update of a`.execute(
    tx,
  )
  return rows
}

/** Stores what the events of one command made of an assignment; raises its version by one. */
export async function saveAssignment(
  tx: Tx,
  before: StoredAssignment,
  after: Assignment,
  events: readonly AssignmentEvent[],
  { now, newId }: { now: Instant; newId: () => Id },
): Promise<void> {
  await tx
    .updateTable('assignment')
    .set({
      ...columnsOf(after),
      reporting: storedPlan(after.reporting),
      version: before.version + 1,
      ...Object.assign({}, ...events.map((event) => marksOf(event, now))),
    })
    .where('id', '=', before.id)
    .execute()
  for (const event of events) await saveDetails(tx, before.id, event, now, newId)
}

export function storedPlan(plan: Assignment['reporting']): string | null {
  return plan === null ? null : JSON.stringify(plan)
}

/** Where the lifecycle keeps each part of an assignment. */
export function columnsOf(after: Assignment) {
  return {
    state: after.state,
    leadId: after.lead.kind === 'unit' ? after.lead.id : null,
    externalLeadId: after.lead.kind === 'external' ? after.lead.id : null,
    monitorId: after.monitorId,
    draftedBy: after.draftedBy,
    approvedBy: after.approvedBy,
    issuedOn: after.issuedOn,
    answerFrom: after.answerFrom,
    action: after.action,
    originalDueOn: after.originalDueOn,
    dueOn: after.dueOn,
    deadlineText: after.deadlineText,
    reporting: after.reporting,
    handlerId: after.handlerId,
    percent: after.percent,
    reportedOn: after.completion?.reportedOn ?? null,
    reportedBy: after.completion?.reportedBy ?? null,
    reportedOnBehalf: after.completion?.onBehalf ?? null,
  }
}

/** Columns that keep when and why, which the lifecycle itself does not need. */
export function marksOf(event: AssignmentEvent, now: Instant): Record<string, unknown> {
  switch (event.type) {
    case 'issued':
      return { issuedAt: now }
    case 'accepted':
      return { answeredAt: now, returnedReason: null }
    case 'returned':
      return { answeredAt: now, returnedReason: event.reason }
    case 'reassigned':
      return { answeredAt: null }
    case 'confirmed':
      return { confirmedBy: event.by, confirmedAt: now }
    case 'withdrawn':
    case 'superseded':
    case 'merged':
      return { exitReason: event.reason, exitedOn: event.on, exitedAt: now }
    case 'approved':
    case 'handler_assigned':
    case 'started':
    case 'progress_reported':
    case 'completion_reported':
    case 'sent_back':
    case 'revised':
    case 'cooperating_set':
      return {}
  }
}

export function reportOf(
  event: Extract<AssignmentEvent, { type: 'progress_reported' | 'completion_reported' }>,
  { id, assignmentId, now }: { id: Id; assignmentId: Id; now: Instant },
) {
  const isCompletion = event.type === 'completion_reported'
  return {
    id,
    assignmentId,
    kind: isCompletion ? 'completion' : 'progress',
    reportedOn: event.on,
    recordedAt: now,
    reportedBy: event.by,
    onBehalf: event.onBehalf,
    text: event.text,
    percent: event.percent,
    outcome: isCompletion ? 'pending' : 'noted',
  }
}

/** What the office's decision makes of the report that waits. */
export function decisionOf(event: Extract<AssignmentEvent, { type: 'confirmed' | 'sent_back' }>, now: Instant) {
  return {
    outcome: event.type,
    decidedBy: event.by,
    decidedAt: now,
    decidedReason: event.type === 'sent_back' ? event.reason : null,
  }
}

async function saveDetails(
  tx: Tx,
  assignmentId: Id,
  event: AssignmentEvent,
  now: Instant,
  newId: () => Id,
): Promise<void> {
  if (event.type === 'progress_reported' || event.type === 'completion_reported') {
    const id = newId()
    await tx.insertInto('report').values(reportOf(event, { id, assignmentId, now })).execute()
    if (event.evidenceIds.length > 0) {
      await tx
        .insertInto('evidence')
        .values(event.evidenceIds.map((fileId) => ({ reportId: id, fileId })))
        .execute()
    }
  }
  if (event.type === 'confirmed' || event.type === 'sent_back') {
    await tx
      .updateTable('report')
      .set(decisionOf(event, now))
      .where('assignmentId', '=', assignmentId)
      .where('outcome', '=', 'pending')
      .execute()
  }
  const cooperating = event.type === 'cooperating_set' ? event.unitIds : undefined
  if (cooperating || event.type === 'reassigned') {
    let gone = tx.deleteFrom('assignmentCooperating').where('assignmentId', '=', assignmentId)
    if (event.type === 'reassigned') gone = gone.where('unitId', '=', event.to.id)
    await gone.execute()
    if (cooperating && cooperating.length > 0) {
      await tx
        .insertInto('assignmentCooperating')
        .values(cooperating.map((unitId) => ({ assignmentId, unitId })))
        .execute()
    }
  }
}
