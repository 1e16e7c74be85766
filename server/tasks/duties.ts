import { sql } from 'kysely'
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
import {
  ASSIGNMENT_COLUMNS,
  ASSIGNMENT_TABLES,
  type AssignmentRecord,
  describeRow,
  latenessOf,
} from '#server/tasks/describe.ts'

type Reader = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'today'>

/** A list to work from, not an inventory: more than this nobody does today. */
const LIMIT = 200

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
  const { rows } = await sql<{
    id: Id
    number: number
    action: string
    dueOn: PlainDate | null
    draftedOn: PlainDate
    approve: boolean
    issue: boolean
  }>`
    select t.id, t.number, t.action, max(a.due_on) as "dueOn", (t.drafted_at at time zone 'Asia/Ho_Chi_Minh')::date as "draftedOn",
      bool_or(a.state = 'draft' and a.needs_approval and a.issued_by = any(${approving}::uuid[]) and a.drafted_by <> ${actor.personId}) as approve,
      bool_or((a.state = 'approved' or (a.state = 'draft' and not a.needs_approval)) and a.issued_by = any(${issuing}::uuid[])) as issue
    from task t join assignment a on a.task_id = t.id
    where a.state in ('draft', 'approved') group by t.id order by t.number limit ${LIMIT}`.execute(tx)
  return rows
    .filter((row) => row.approve || row.issue)
    .map((row) => ({
      kind: row.approve ? 'approve' : 'issue',
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
  const { rows } = await sql<AssignmentRecord>`
    select ${ASSIGNMENT_COLUMNS} from ${ASSIGNMENT_TABLES}
    where (a.state in ('issued', 'accepted', 'in_progress') and (a.lead_id = any(${leading}::uuid[]) or a.handler_id = ${actor.personId}))
      or (a.issued_by = any(${issuing}::uuid[]) and (a.state in ('reported_complete', 'returned')
        or (a.external_lead_id is not null and a.state in ('issued', 'accepted', 'in_progress'))))
    order by a.due_on nulls last, a.id limit ${LIMIT}`.execute(tx)
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
