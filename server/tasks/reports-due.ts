import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { addDays, type PlainDate } from '#core/kernel/plain-date.ts'
import { actionsFor } from '#core/tasks/actions-for.ts'
import type { Duty, Report } from '#core/tasks/answers.ts'
import { assignmentCode } from '#core/tasks/code.ts'
import { expectedReports, nextReportOn } from '#core/tasks/reporting.ts'
import type { Request } from '#server/http/mount.ts'
import { getAssignment } from '#server/tasks/assignment-store.ts'
import type { Office } from '#server/tasks/circumstances.ts'
import { reportingFacts } from '#server/tasks/reporting-facts.ts'

/** So many days ahead a report is something to do now. */
const AHEAD_DAYS = 7
const AT_MOST = 50

interface Row {
  id: Id
  number: number
  ordinal: number
  action: string
  reports: (Pick<Report, 'reportedOn' | 'outcome' | 'decidedAt'> & { id: Id })[]
}

/** Progress reports that the caller can give and that are due within the week: one line for each assignment. */
export async function listReportsDue(
  { tx, actor, register, today }: Pick<Request<unknown>, 'tx' | 'actor' | 'register' | 'today'>,
  office: Office,
  leading: readonly Id[],
): Promise<Duty[]> {
  const { rows } = await sql<Row>`
    select a.id, t.number, a.ordinal, coalesce(a.action, t.action) as action,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'reportedOn', r.reported_on, 'outcome', r.outcome,
        'decidedAt', to_char(r.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) from report r where r.assignment_id = a.id), '[]') as reports
    from assignment a join task t on t.id = a.task_id
    where a.reporting is not null and a.state in ('issued', 'accepted', 'in_progress')
      and (a.lead_id = any(${leading}::uuid[]) or a.handler_id = ${actor.personId})
    order by a.due_on nulls last, a.id limit ${AT_MOST}`.execute(tx)
  const duties: Duty[] = []
  for (const { id, number, ordinal, action, reports } of rows) {
    const assignment = await getAssignment(tx, id)
    if (!actionsFor(assignment, actor, office).includes('report')) continue
    const facts = reportingFacts(assignment, { answeredAt: null, exitedOn: null, reports })
    const by: PlainDate | null = nextReportOn(expectedReports(facts, today))
    if (by === null || by > addDays(today, AHEAD_DAYS)) continue
    duties.push({
      kind: 'progress',
      subject: 'assignment',
      id,
      code: assignmentCode(number, ordinal),
      title: action,
      unit: register.ref(assignment.lead.id),
      by,
      since: assignment.issuedOn ?? today,
      lateness: null,
    })
  }
  return duties
}
