import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { allowsSomewhere, type Deed, rolesGranting } from '#core/people/may.ts'
import type { Assignment, AssignmentAction } from '#core/tasks/assignment.ts'
import { actionsFor } from '#core/tasks/actions-for.ts'
import { answerBy } from '#core/tasks/allowed.ts'
import type { Duty } from '#core/tasks/answers.ts'
import { assignmentCode, taskCode } from '#core/tasks/code.ts'
import type { Request } from '#server/http/mount.ts'
import { type Office, readOffice } from '#server/tasks/circumstances.ts'
import { type AssignmentRecord, latenessOf } from '#server/tasks/describe.ts'
import { listMentions } from '#server/tasks/discussion.ts'
import { listOnPaper } from '#server/tasks/on-paper.ts'
import { listReportsDue } from '#server/tasks/reports-due.ts'

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
    ...(await listReportsDue(request, office, unitsGranting(request, 'assignment.report'))),
    ...(await listMentions(request)),
    ...(await listOnPaper(request, unitsGranting(request, 'assignment.accept'))),
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
  const approving = unitsGranting(request, 'assignment.approve')
  const issuing = unitsGranting(request, 'assignment.issue')
  if (approving.length + issuing.length === 0) return []
  const { rows } = await sql<DraftRow>`
    select * from app_drafts_to_move(${approving}::uuid[], ${issuing}::uuid[])`.execute(request.tx)
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
  const { rows } = await sql<MovableRecord>`
    select * from app_assignments_to_move(${leading}::uuid[], ${issuing}::uuid[])`.execute(tx)
  return rows.flatMap((row) => {
    const actions = actionsFor(asAssignment(row), actor, office)
    const kind = DUTY_OF.find(([action]) => actions.includes(action))?.[1]
    if (!kind) return []
    const answer =
      row.answerFrom === null ? null : answerBy(row.answerFrom, office.answerWithinDays, office.calendar).value
    return [
      {
        kind,
        subject: 'assignment' as const,
        id: row.id,
        code: assignmentCode(row.number, row.ordinal),
        title: row.action,
        unit: register.ref(row.leadId),
        by: kind === 'answer' ? answer : row.dueOn,
        since: (kind === 'confirm' ? row.reportedOn : row.issuedOn) ?? office.today,
        lateness: row.issuedOn === null ? null : latenessOf(row, office.today),
      },
    ]
  })
}

interface MovableRecord extends AssignmentRecord {
  isExternal: boolean
  draftedBy: Id
  needsApproval: boolean
  approvedBy: Id | null
  reportedBy: Id | null
  reportedOnBehalf: boolean | null
}

/** As far as what can be done with it follows from it: those who cooperate or monitor read, and may do nothing. */
function asAssignment(row: MovableRecord): Assignment {
  const { leadId, isExternal, reportedOn, reportedBy, handler, ...own } = row
  return {
    ...own,
    lead: { kind: isExternal ? 'external' : 'unit', id: leadId },
    cooperatingIds: [],
    monitorId: null,
    deadlineText: null,
    reporting: null,
    handlerId: handler?.id ?? null,
    completion:
      reportedOn === null || reportedBy === null
        ? null
        : { reportedOn, reportedBy, onBehalf: row.reportedOnBehalf === true },
  }
}
