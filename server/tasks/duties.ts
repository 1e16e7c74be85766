import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { allowsSomewhere, type Deed, rolesGranting } from '#core/people/may.ts'
import type { AssignmentAction } from '#core/tasks/assignment.ts'
import { actionsFor } from '#core/tasks/actions-for.ts'
import { answerBy } from '#core/tasks/allowed.ts'
import type { Duty } from '#core/tasks/answers.ts'
import { taskCode } from '#core/tasks/code.ts'
import type { Request } from '#server/http/mount.ts'
import { listAssignmentsById } from '#server/tasks/assignment-store.ts'
import { type Office, readOffice } from '#server/tasks/circumstances.ts'
import { ASSIGNMENT_COLUMNS, type AssignmentRecord, describeRow, latenessOf, pageOf } from '#server/tasks/describe.ts'

type Reader = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'today'>

/** A list to work from, not an inventory: more than this nobody does today. */
const LIMIT = 200
/** Held by the lead. */
const OPEN = ['issued', 'accepted', 'in_progress']

/** What the caller has to do now, earliest first. */
export async function listDuties(request: Reader): Promise<Duty[]> {
  const office = await readOffice(request)
  const duties = [
    ...(await directivesToRead(request)),
    ...(await draftsToMove(request)),
    ...(await assignmentsToMove(request, office)),
  ]
  return duties.toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999') || a.since.localeCompare(b.since))
}

function unitsGranting({ actor, register }: Reader, deed: Deed): Id[] {
  const units = actor.roles.flatMap(({ unitId }) => {
    const path = register.path(unitId)
    const granting = rolesGranting(actor, deed, { units: { holding: path, issuedBy: path, lead: path } })
    return granting.some((held) => held.unitId === unitId) ? [unitId] : []
  })
  return [...new Set(units)]
}

async function directivesToRead(request: Reader): Promise<Duty[]> {
  const owners = unitsGranting(request, 'directive.close-reading')
  if (owners.length === 0) return []
  const { rows } = await sql<{ id: Id; symbol: string | null; subject: string; receivedOn: PlainDate }>`
    select id, symbol, subject, received_on as "receivedOn" from directive
    where reading_state = 'unread' and owner_id = any(${owners}::uuid[]) order by received_on limit ${LIMIT}`.execute(
    request.tx,
  )
  return rows.map((row) => ({
    kind: 'read-directive',
    subject: 'directive',
    id: row.id,
    code: row.symbol ?? '',
    title: row.subject,
    unit: null,
    by: null,
    since: row.receivedOn,
    lateness: null,
  }))
}

/** Drafts are moved by the task: one line for a task, however many units it goes to. */
async function draftsToMove(request: Reader): Promise<Duty[]> {
  const { tx, actor } = request
  const approving = unitsGranting(request, 'assignment.approve')
  const issuing = unitsGranting(request, 'assignment.issue')
  if (approving.length + issuing.length === 0) return []
  const { personId } = actor
  // As cases, because over another index the planner would read and sort all drafts for each step.
  const approvable = sql`case a.state when 'draft' then a.needs_approval and a.drafted_by <> ${personId} else false end`
  const issuable = sql`case a.state when 'draft' then not a.needs_approval else true end`
  const { rows } = await sql<DraftRow>`
    select distinct on (t.number) t.id, t.number, t.action, w.kind, (t.drafted_at at time zone 'Asia/Ho_Chi_Minh')::date as "draftedOn",
      (select max(a.due_on) from assignment a where a.task_id = t.id and a.state in ('draft', 'approved')) as "dueOn"
    from (${tasksOfDrafts('approve', approving, approvable)} union all ${tasksOfDrafts('issue', issuing, issuable)}) w join task t on t.id = w.task_id
    order by t.number, w.kind limit ${LIMIT}`.execute(tx)
  return rows.map((row) => ({
    kind: row.kind,
    subject: 'task',
    id: row.id,
    code: taskCode(row.number),
    title: row.action,
    unit: null,
    by: row.dueOn,
    since: row.draftedOn,
    lateness: null,
  }))
}

interface DraftRow {
  id: Id
  number: number
  action: string
  kind: 'approve' | 'issue'
  dueOn: PlainDate | null
  draftedOn: PlainDate
}

/** From task to task over the index of drafts: a task may have a draft for each commune, and one line is enough. */
function tasksOfDrafts(kind: 'approve' | 'issue', units: readonly Id[], condition: RawBuilder<unknown>) {
  const next = (unit: string, after: RawBuilder<unknown>) => sql`lateral (select a.task_id from assignment a
    where a.issued_by = ${sql.ref(unit)} and a.state in ('draft', 'approved') and ${condition} ${after} order by a.task_id limit 1) next`
  return sql`(with recursive walk as (
      select u.id as unit_id, next.task_id, 1 as n from unnest(${units}::uuid[]) u (id), ${next('u.id', sql``)}
      union all
      select walk.unit_id, next.task_id, walk.n + 1 from walk, ${next('walk.unit_id', sql`and a.task_id > walk.task_id`)} where walk.n < ${LIMIT}
    ) select ${kind} as kind, task_id from walk)`
}

const DUTY_OF: readonly [AssignmentAction, Duty['kind']][] = [
  ['confirm', 'confirm'],
  ['reassign', 'reassign'],
  ['accept', 'answer'],
  ['report_complete', 'work'],
  ['report', 'work'],
]

async function assignmentsToMove(request: Reader, office: Office): Promise<Duty[]> {
  const { tx, actor, register } = request
  if (!allowsSomewhere(actor, 'assignment.read')) return []
  const leading = [
    ...new Set([...unitsGranting(request, 'assignment.accept'), ...unitsGranting(request, 'assignment.report')]),
  ]
  const issuing = unitsGranting(request, 'assignment.confirm')
  const rows = await listToMove(request, leading, issuing)
  const stored = await listAssignmentsById(
    tx,
    rows.map((row) => row.id),
  )
  const duties: Duty[] = []
  for (const row of rows) {
    const assignment = stored.get(row.id)
    const actions = assignment ? actionsFor(assignment, actor, office) : []
    const kind = DUTY_OF.find(([action]) => actions.includes(action))?.[1]
    if (!kind) continue
    const described = describeRow(row, register, office)
    const answer =
      row.answerFrom === null ? null : answerBy(row.answerFrom, office.answerWithinDays, office.calendar).value
    duties.push({
      kind,
      subject: 'assignment',
      id: row.id,
      code: described.code,
      title: row.action,
      unit: register.ref(row.leadId),
      by: kind === 'answer' ? answer : row.dueOn,
      since: (kind === 'confirm' ? row.reportedOn : row.issuedOn) ?? office.today,
      lateness: row.issuedOn === null ? null : latenessOf(row, office.today),
    })
  }
  return duties
}

/** Each unit and state gives its earliest, found over its index: what one person answers for may be most of what there is. */
async function listToMove({ tx, actor }: Reader, leading: Id[], issuing: Id[]): Promise<AssignmentRecord[]> {
  const earliest = (units: readonly Id[], states: readonly string[], unit: 'a.lead_id' | 'a.issued_by') => sql`
    select x.id, x.due_on from unnest(${units}::uuid[]) u (id), unnest(${states}::text[]) s (state), lateral (select a.id, a.due_on from assignment a
      where ${sql.ref(unit)} = u.id and a.state = s.state order by a.due_on limit ${LIMIT}) x`
  const { rows } = await sql<AssignmentRecord>`
    with page as materialized (select id from (
      ${earliest(leading, OPEN, 'a.lead_id')}
      union ${earliest(issuing, ['reported_complete', 'returned'], 'a.issued_by')}
      union (select x.id, x.due_on from unnest(${issuing}::uuid[]) u (id), lateral (select a.id, a.due_on from assignment a
        where a.issued_by = u.id and a.external_lead_id is not null and a.state = any(${OPEN}::text[]) order by a.due_on limit ${LIMIT}) x)
      union (select a.id, a.due_on from assignment a where a.handler_id = ${actor.personId} and a.state = any(${OPEN}::text[]) order by a.due_on limit ${LIMIT})
      ) found order by due_on nulls last, id limit ${LIMIT}
    ) select ${ASSIGNMENT_COLUMNS} from ${pageOf(sql`array(select id from page)`)}
    order by a.due_on nulls last, a.id`.execute(tx)
  return rows
}
