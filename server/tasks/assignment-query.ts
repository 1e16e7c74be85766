import { type RawBuilder, sql } from 'kysely'
import { fold } from '#core/kernel/fold.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { AssignmentFilter } from '#core/tasks/assignment-filter.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

/** `lateness(…).class` of the row `a` as of today (core/tasks/lateness.ts), in the database's words. */
export function latenessClassOf(today: PlainDate): RawBuilder<string> {
  return sql<string>`case
    when a.issued_on is null or a.issued_on > ${today} then 'not_counted'
    when a.state in ('withdrawn', 'superseded', 'merged') and a.exited_on <= ${today} then 'closed_without_result'
    when a.state = 'confirmed' and a.reported_on <= ${today}
      then case when a.due_on is null then 'done_no_deadline' when a.reported_on <= a.due_on then 'done_on_time' else 'done_late' end
    when a.due_on is null then 'open_no_deadline'
    when case when ${isAwaiting(today)} then a.reported_on else ${today}::date end <= a.due_on then 'open_in_term'
    else 'open_overdue' end`
}

/** `lateness(…).awaitingConfirmation` in the same way. */
export function isAwaiting(today: PlainDate): RawBuilder<boolean> {
  return sql<boolean>`(a.state = 'reported_complete' and a.reported_on <= ${today} and a.issued_on <= ${today})`
}

/** `countMissed(expectedReports(…)) > 0` (core/tasks/reporting.ts) in the same way. */
function hasMissedReport(today: PlainDate): RawBuilder<boolean> {
  return sql<boolean>`(a.reporting is not null and exists (select from app_report_counts(a.id, ${today}) r where r.received < r.due))`
}

/** The filter as a condition on the assignment `a` of the task `t`. */
export function conditionOf(
  filter: AssignmentFilter,
  { register, today }: { register: UnitRegister; today: PlainDate },
): RawBuilder<unknown> {
  const { state, lead, within, directive, task, handler, missedReport, dueFrom, dueTo } = filter
  const range = within && register.range(within, 'subtree')
  return allOf([
    filter.q ? wordsIn(filter.q, register) : undefined,
    state && sql`a.state = any(${state}::text[])`,
    filter.class && sql`${latenessClassOf(today)} = any(${filter.class}::text[])`,
    filter.awaiting && isAwaiting(today),
    lead && sql`(a.lead_id = ${lead} or a.external_lead_id = ${lead})`,
    within && sql`a.lead_id in (select id from unit where pos between ${range?.pos ?? 0} and ${range?.last ?? -1})`,
    directive && (directive === 'none' ? sql`a.directive_id is null` : sql`a.directive_id = ${directive}`),
    task && sql`a.task_id = ${task}`,
    handler && (handler === 'none' ? sql`a.handler_id is null` : sql`a.handler_id = ${handler}`),
    missedReport && hasMissedReport(today),
    dueFrom && sql`a.due_on >= ${dueFrom}`,
    dueTo && sql`a.due_on <= ${dueTo}`,
  ])
}

function wordsIn(q: string, register: UnitRegister): RawBuilder<unknown> {
  const [, number, ordinal] = /^(?:nv\W*)?0*(\d{1,9})(?:\.0*(\d{1,4}))?$/i.exec(q.trim()) ?? []
  const leads = register.findByName(q)
  const ways = [
    sql`t.folded like ${`%${fold(q)}%`}`,
    ...(number === undefined
      ? []
      : [
          sql`(t.number = ${Number(number)} and a.ordinal = ${ordinal === undefined ? sql`a.ordinal` : Number(ordinal)})`,
        ]),
    ...(leads.length === 0
      ? []
      : [sql`a.lead_id = any(${leads}::uuid[]) or a.external_lead_id = any(${leads}::uuid[])`]),
  ]
  return sql`(${sql.join(ways, sql` or `)})`
}

export function allOf(conditions: (RawBuilder<unknown> | false | '' | undefined)[]): RawBuilder<unknown> {
  return sql.join([sql`true`, ...conditions.filter((condition) => !!condition)], sql` and `)
}
