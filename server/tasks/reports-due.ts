import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { addDays, type PlainDate } from '#core/kernel/plain-date.ts'
import { actionsFor } from '#core/tasks/actions-for.ts'
import type { Duty } from '#core/tasks/answers.ts'
import { assignmentCode } from '#core/tasks/code.ts'
import type { Tx } from '#server/db/store.ts'
import type { Request } from '#server/http/mount.ts'
import { listStoredAssignments } from '#server/tasks/assignment-store.ts'
import type { Office } from '#server/tasks/circumstances.ts'

/** So many days ahead a report is something to do now. */
const AHEAD_DAYS = 7

/** Progress reports that the caller can give and that are due within the week: one line for each assignment. */
export async function listReportsDue(
  { tx, actor, register, today }: Pick<Request<unknown>, 'tx' | 'actor' | 'register' | 'today'>,
  office: Office,
  leading: readonly Id[],
): Promise<Duty[]> {
  const next = await findNextReports(tx, leading, today)
  const assignments = await listStoredAssignments(
    tx,
    next.map(({ id }) => id),
  )
  const byId = new Map(assignments.map((assignment) => [assignment.id, assignment]))
  return next.flatMap(({ id, number, ordinal, action, by }): Duty[] => {
    const assignment = byId.get(id)
    if (!assignment || !actionsFor(assignment, actor, office).includes('report')) return []
    const unit = register.ref(assignment.lead.id)
    const code = assignmentCode(number, ordinal)
    const since = assignment.issuedOn ?? today
    return [{ kind: 'progress', subject: 'assignment', id, code, title: action, unit, by, since, lateness: null }]
  })
}

interface NextReport {
  id: Id
  number: number
  ordinal: number
  action: string
  by: PlainDate
}

/** The next report of each open assignment where it falls within the week, the earliest first; as `nextReportOn` says it, by a test. */
export async function findNextReports(tx: Tx, leading: readonly Id[], today: PlainDate): Promise<NextReport[]> {
  const { rows } = await sql<NextReport>`
    select * from app_reports_next(${leading}::uuid[], ${addDays(today, AHEAD_DAYS)})`.execute(tx)
  return rows
}
