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
const AT_MOST = 200

/** Progress reports that the caller can give and that are due within the week: one line for each assignment. */
export async function listReportsDue(
  { tx, actor, register, today }: Pick<Request<unknown>, 'tx' | 'actor' | 'register' | 'today'>,
  office: Office,
  leading: readonly Id[],
): Promise<Duty[]> {
  const next = await findNextReports(tx, { leading, handlerId: actor.personId, today })
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
export async function findNextReports(
  tx: Tx,
  { leading, handlerId, today }: { leading: readonly Id[]; handlerId: Id; today: PlainDate },
): Promise<NextReport[]> {
  const { rows } = await sql<NextReport>`
    with given as materialized (
      select a.id, a.answer_from, a.issued_on, a.reporting from assignment a
      where a.reporting is not null and a.state in ('issued', 'accepted', 'in_progress')
        and (a.lead_id = any(${leading}::uuid[]) or a.handler_id = ${handlerId})
    ), expected as (
      select g.id, g.answer_from, day, lag(day) over (partition by g.id order by day) as before
      from given g, app_report_days(g.reporting, g.issued_on, ${addDays(today, AHEAD_DAYS)}) day where day > g.answer_from
    ), next as (
      select e.id, min(e.day) as by from expected e
      where e.day >= ${today}
        and not exists (select from report r where r.assignment_id = e.id and r.reported_on <= e.day
          and r.reported_on >= e.answer_from and (e.before is null or r.reported_on > e.before))
        and not exists (select from report r where r.assignment_id = e.id and r.outcome = 'sent_back' and r.reported_on >= e.answer_from
          and e.day > r.reported_on and e.day <= (r.decided_at at time zone 'Asia/Ho_Chi_Minh')::date)
      group by e.id order by 2, 1 limit ${AT_MOST}
    )
    select n.id, t.number, a.ordinal, coalesce(a.action, t.action) as action, n.by
    from next n join assignment a on a.id = n.id join task t on t.id = a.task_id order by n.by, n.id`.execute(tx)
  return rows
}
