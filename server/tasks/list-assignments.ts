import { type RawBuilder, sql } from 'kysely'
import { fold } from '#core/kernel/fold.ts'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import type { tasksApi } from '#core/tasks/api.ts'
import type { Request } from '#server/http/mount.ts'
import { readOffice } from '#server/tasks/circumstances.ts'
import { ASSIGNMENT_COLUMNS, ASSIGNMENT_TABLES, type AssignmentRecord, describeRow } from '#server/tasks/describe.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

type List = (typeof tasksApi)['listAssignments']

/** Assignments within the reader's scope, earliest due first, with how many there are in each state. */
export async function listAssignments(
  request: Pick<Request<List>, 'tx' | 'register' | 'actor' | 'today' | 'query'>,
): Promise<ResponseOf<List>> {
  const { tx, query, register } = request
  const office = await readOffice(request)
  const narrowed = allOf([
    query.q ? searched(query.q, register) : undefined,
    query.lead ? sql`coalesce(a.lead_id, a.external_lead_id) = ${query.lead}` : undefined,
    query.directive ? sql`a.directive_id = ${query.directive}` : undefined,
    query.task ? sql`a.task_id = ${query.task}` : undefined,
  ])
  const where = query.state ? sql`${narrowed} and a.state = ${query.state}` : narrowed
  const { rows } = await sql<AssignmentRecord>`
    select ${ASSIGNMENT_COLUMNS} from ${ASSIGNMENT_TABLES} where ${where}
    order by a.due_on nulls last, t.number, a.ordinal limit ${query.limit} offset ${query.offset}`.execute(tx)
  const counts = await sql<{ state: string; n: number }>`
    select a.state, count(*) as n from assignment a join task t on t.id = a.task_id where ${narrowed} group by a.state`.execute(
    tx,
  )
  const tasks = await sql<{ n: number }>`
    select count(distinct a.task_id) as n from assignment a join task t on t.id = a.task_id where ${where}`.execute(tx)
  const states = Object.fromEntries(counts.rows.map(({ state, n }) => [state, n]))
  const total = query.state ? (states[query.state] ?? 0) : counts.rows.reduce((sum, { n }) => sum + n, 0)
  return { items: rows.map((row) => describeRow(row, register, office)), total, tasks: tasks.rows[0]?.n ?? 0, states }
}

/** The words of the task, the number under which people speak of it, or the name of a lead. */
function searched(q: string, register: UnitRegister): RawBuilder<unknown> {
  const [, number, ordinal] = /^(?:nv\W*)?0*(\d{1,9})(?:\.0*(\d{1,4}))?$/i.exec(q.trim()) ?? []
  const leads = register.findByName(q)
  const ways = [
    sql`t.folded like ${`%${fold(q)}%`}`,
    ...(number === undefined
      ? []
      : [
          sql`(t.number = ${Number(number)} ${ordinal === undefined ? sql`` : sql`and a.ordinal = ${Number(ordinal)}`})`,
        ]),
    ...(leads.length === 0 ? [] : [sql`coalesce(a.lead_id, a.external_lead_id) = any(${leads}::uuid[])`]),
  ]
  return sql`(${sql.join(ways, sql` or `)})`
}

export function allOf(conditions: (RawBuilder<unknown> | undefined)[]): RawBuilder<unknown> {
  return sql.join([sql`true`, ...conditions.filter((condition) => condition !== undefined)], sql` and `)
}
