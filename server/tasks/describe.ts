import { sql } from 'kysely'
import type { z } from 'zod'
import type { FileRef } from '#core/files/api.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import { actionsFor } from '#core/tasks/actions-for.ts'
import { answerBy, standingOf } from '#core/tasks/allowed.ts'
import type { Assignment, AssignmentRow, Report, Sibling, TaskSource } from '#core/tasks/answers.ts'
import type { AssignmentState } from '#core/tasks/assignment.ts'
import { assignmentCode } from '#core/tasks/code.ts'
import type { Deadline } from '#core/tasks/deadline.ts'
import { classOnly, factsOfRow, type Lateness, type LatenessRow, lateness } from '#core/tasks/lateness.ts'
import { currentRule, expectedReports } from '#core/tasks/reporting.ts'
import type { Tx } from '#server/db/store.ts'
import type { Request } from '#server/http/mount.ts'
import { found } from '#server/http/refusal.ts'
import { getAssignment } from '#server/tasks/assignment-store.ts'
import { type Office, readOffice } from '#server/tasks/circumstances.ts'
import { listHistory } from '#server/tasks/describe-history.ts'
import { peopleByIds } from '#server/tasks/people-by-ids.ts'
import { pageCitation } from '#server/tasks/page-citation.ts'
import { reportingFacts } from '#server/tasks/reporting-facts.ts'
import { listTaskRows } from '#server/tasks/task-rows.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

type Reader = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'today'>

export interface AssignmentRecord {
  id: Id
  taskId: Id
  number: number
  ordinal: number
  action: string
  leadId: Id
  issuedBy: Id
  directiveSymbol: string | null
  state: AssignmentState
  issuedOn: PlainDate | null
  answerFrom: PlainDate | null
  originalDueOn: PlainDate | null
  dueOn: PlainDate | null
  reportedOn: PlainDate | null
  exitedOn: PlainDate | null
  percent: number | null
  handler: PersonRef | null
  evidence: number
  missedReports: number
  version: number
}

export const ASSIGNMENT_COLUMNS = sql`a.id, a.task_id as "taskId", t.number, a.ordinal, coalesce(a.action, t.action) as action,
  coalesce(a.lead_id, a.external_lead_id) as "leadId", a.issued_by as "issuedBy", d.symbol as "directiveSymbol", a.state, a.issued_on as "issuedOn",
  a.answer_from as "answerFrom", a.original_due_on as "originalDueOn", a.due_on as "dueOn", a.reported_on as "reportedOn", a.exited_on as "exitedOn",
  a.percent, a.version,
  case when a.reporting is null then 0 else (select r.due - r.received from app_report_counts(a.id, current_setting('app.today')::date) r) end as "missedReports",
  case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.name, 'position', h.position) end as handler,
  (select count(*) from report r join evidence e on e.report_id = r.id where r.assignment_id = a.id) as evidence`
export const ASSIGNMENT_TABLES = sql`assignment a join task t on t.id = a.task_id left join directive d on d.id = a.directive_id
  left join person h on h.id = a.handler_id`

export function describeRow(
  row: AssignmentRecord,
  register: UnitRegister,
  office: Office,
): z.input<typeof AssignmentRow> {
  return {
    id: row.id,
    code: assignmentCode(row.number, row.ordinal),
    taskId: row.taskId,
    action: row.action,
    lead: register.ref(row.leadId),
    issuedBy: register.ref(row.issuedBy),
    directiveSymbol: row.directiveSymbol,
    state: row.state,
    deemedAccepted: row.state === 'issued' && standingOf(row, office) === 'accepted',
    issuedOn: row.issuedOn,
    dueOn: row.dueOn,
    percent: row.percent,
    handler: row.handler,
    evidence: row.evidence,
    missedReports: row.missedReports,
    lateness: latenessOf(row, office.today),
    version: row.version,
  }
}

export function latenessOf(row: Omit<LatenessRow, 'completedOn'>, today: PlainDate): Lateness {
  return lateness(factsOfRow({ ...row, completedOn: row.state === 'confirmed' ? row.reportedOn : null }), today)
}

/** Everything about one assignment, with its thread. */
export async function describeAssignment(request: Reader, id: Id): Promise<z.input<typeof Assignment>> {
  const { tx, register, actor, today } = request
  const office = await readOffice(request)
  const { rows } = await sql<AssignmentRecord & AssignmentDetail>`
    select ${ASSIGNMENT_COLUMNS}, t.deliverable, t.deadline, t.drafted_at as "draftedAt", t.number, a.monitor_id as "monitorId",
      a.drafted_by as "draftedById", a.approved_by as "approvedById", a.issued_at as "issuedAt", a.answered_at as "answeredAt",
      a.returned_reason as "returnedReason", a.confirmed_by as "confirmedById", a.confirmed_at as "confirmedAt", a.exit_reason as "exitReason"
    from ${ASSIGNMENT_TABLES} where a.id = ${id}`.execute(tx)
  const row = found(rows[0], 'assignment')
  const stored = await getAssignment(tx, id)
  const reports = await listReports(tx, id)
  const person = await peopleByIds(tx, [row.draftedById, row.approvedById, row.confirmedById])
  return {
    ...describeRow(row, register, office),
    deliverable: row.deliverable,
    deadline: row.deadline,
    deadlineText: stored.deadlineText,
    originalDueOn: row.originalDueOn,
    reporting: currentRule(stored.reporting),
    expectedReports: expectedReports(reportingFacts(stored, { ...row, reports }), today),
    cooperating: stored.cooperatingIds.map((unitId) => register.ref(unitId)),
    monitor: row.monitorId === null ? null : register.ref(row.monitorId),
    source: await readSource(tx, register, row.taskId),
    draftedBy: person(row.draftedById) ?? { id: row.draftedById, name: '?', position: '' },
    draftedAt: row.draftedAt,
    approvedBy: person(row.approvedById),
    issuedAt: row.issuedAt,
    answerBy:
      stored.answerFrom === null ? null : answerBy(stored.answerFrom, office.answerWithinDays, office.calendar).value,
    answeredAt: row.answeredAt,
    returnedReason: row.returnedReason,
    completedOn: row.state === 'confirmed' ? row.reportedOn : null,
    confirmedBy: person(row.confirmedById),
    confirmedAt: row.confirmedAt,
    exitReason: row.exitReason,
    reports,
    siblings: await listSiblings(tx, register, row.taskId, row.number, today, (siblingId) => siblingId === id),
    children: (
      await listTaskRows(
        request,
        sql`array(select c.id from task c where c.parent_id = ${id} order by c.number desc limit 100)`,
      )
    ).rows,
    history: await listHistory(tx, register, id),
    actions: actionsFor(stored, actor, office),
  }
}

interface AssignmentDetail {
  deliverable: string | null
  deadline: Deadline | null
  draftedAt: Instant
  monitorId: Id | null
  draftedById: Id
  approvedById: Id | null
  issuedAt: Instant | null
  answeredAt: Instant | null
  returnedReason: string | null
  confirmedById: Id | null
  confirmedAt: Instant | null
  exitReason: string | null
}

export async function readSource(tx: Tx, register: UnitRegister, taskId: Id): Promise<TaskSource> {
  const { rows } = await sql<{
    directive: TaskSource['directive']
    proposalId: Id | null
    citation: string | null
    quote: string | null
    quoteStart: number | null
    note: string | null
    parent: { assignmentId: Id; number: number; ordinal: number; leadId: Id } | null
  }>`
    select case when d.id is not null then jsonb_build_object('id', d.id, 'symbol', d.symbol, 'type', d.type, 'subject', d.subject,
        'issuedOn', d.issued_on) end as directive,
      t.proposal_id as "proposalId",
      coalesce(nullif(p.citation, ''), ${pageCitation(sql`d.id`, sql`t.quote_start`)}) as citation, t.quote, t.quote_start as "quoteStart", t.source as note,
      case when a.id is not null then jsonb_build_object('assignmentId', a.id, 'number', above.number, 'ordinal', a.ordinal,
        'leadId', coalesce(a.lead_id, a.external_lead_id)) end as parent
    from task t left join directive d on d.id = t.directive_id left join passage p on p.id = t.passage_id
      left join assignment a on a.id = t.parent_id left join task above on above.id = a.task_id
    where t.id = ${taskId}`.execute(tx)
  const { parent, ...source } = found(rows[0], 'task')
  return {
    ...source,
    parent: parent && {
      assignmentId: parent.assignmentId,
      code: assignmentCode(parent.number, parent.ordinal),
      lead: register.ref(parent.leadId),
    },
  }
}

export async function listSiblings(
  tx: Tx,
  register: UnitRegister,
  taskId: Id,
  number: number,
  today: PlainDate,
  isOwn: (id: Id) => boolean,
): Promise<Sibling[]> {
  const { rows } = await sql<Omit<LatenessRow, 'completedOn'> & { id: Id; ordinal: number; leadId: Id }>`
    select id, ordinal, coalesce(lead_id, external_lead_id) as "leadId", state, issued_on as "issuedOn", due_on as "dueOn",
      original_due_on as "originalDueOn", exited_on as "exitedOn", reported_on as "reportedOn"
    from app_siblings(${taskId})`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    code: assignmentCode(number, row.ordinal),
    lead: register.ref(row.leadId),
    lateness: isOwn(row.id) ? latenessOf(row, today) : classOnly(latenessOf(row, today)),
    own: isOwn(row.id),
  }))
}

async function listReports(tx: Tx, assignmentId: Id): Promise<Report[]> {
  const { rows } = await sql<Report & { evidence: FileRef[] }>`
    select r.id, r.kind, r.reported_on as "reportedOn", r.recorded_at as "recordedAt", r.on_behalf as "onBehalf", r.text, r.percent, r.outcome,
      r.decided_at as "decidedAt", r.decided_reason as "decidedReason",
      jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position) as "reportedBy",
      case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name, 'position', b.position) end as "decidedBy",
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256) order by f.id)
        from evidence e join file f on f.id = e.file_id where e.report_id = r.id), '[]') as evidence
    from report r join person p on p.id = r.reported_by left join person b on b.id = r.decided_by
    where r.assignment_id = ${assignmentId} order by r.recorded_at, r.id`.execute(tx)
  return rows
}
