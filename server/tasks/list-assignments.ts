import { type RawBuilder, sql } from 'kysely'
import { fold } from '#core/kernel/fold.ts'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import type { tasksApi } from '#core/tasks/api.ts'
import type { Request } from '#server/http/mount.ts'
import { readOffice } from '#server/tasks/circumstances.ts'
import { ASSIGNMENT_COLUMNS, pageOf, type AssignmentRecord, describeRow } from '#server/tasks/describe.ts'
import { countAssignments } from '#server/tasks/desk-counts.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

type List = (typeof tasksApi)['listAssignments']
type Query = Request<List>['query']

/**
 * Assignments within the reader's scope, earliest due first, with how many there are in each state. Which fifty they are is found by a function
 * of the owner that knows the scope (0011-desk.sql); they are read under the policies.
 */
export async function listAssignments(
  request: Pick<Request<List>, 'tx' | 'register' | 'actor' | 'today' | 'query'>,
): Promise<ResponseOf<List>> {
  const { tx, query, register } = request
  const office = await readOffice(request)
  const narrowed = filterOf(query, register)
  const filter = query.state ? { ...narrowed, state: query.state } : narrowed
  const { rows } = await sql<AssignmentRecord>`
    with page as materialized (
      select app_assignment_page(${JSON.stringify(filter)}, ${query.limit}, ${query.offset}, ${query.after ?? null}) as id
    ) select ${ASSIGNMENT_COLUMNS} from ${pageOf(sql`array(select id from page)`)}
    order by coalesce(a.due_on, 'infinity'::date), a.task_id, a.ordinal`.execute(tx)
  const items = rows.map((row) => describeRow(row, register, office))
  if (query.counts === 'page') {
    const states = Object.groupBy(rows, ({ state }) => state)
    return {
      items,
      total: rows.length,
      tasks: new Set(rows.map(({ taskId }) => taskId)).size,
      states: Object.fromEntries(Object.entries(states).map(([state, of]) => [state, of.length])),
    }
  }
  const { states } = await countAssignments(request, narrowed)
  const tasks = await sql<{ n: number }>`select app_assignment_tasks(${JSON.stringify(filter)}) as n`.execute(tx)
  const total = query.state ? (states[query.state] ?? 0) : Object.values(states).reduce((sum, n) => sum + n, 0)
  return { items, total, tasks: tasks.rows[0]?.n ?? 0, states }
}

/** As the functions of the database take it. `q` is words of the task, the number under which people speak of it, or the name of a lead. */
function filterOf({ q, lead, directive, task }: Query, register: UnitRegister): Record<string, unknown> {
  const named = { ...(lead ? { lead } : {}), ...(directive ? { directive } : {}), ...(task ? { task } : {}) }
  if (!q) return named
  const [, number, ordinal] = /^(?:nv\W*)?0*(\d{1,9})(?:\.0*(\d{1,4}))?$/i.exec(q.trim()) ?? []
  const leads = register.findByName(q)
  return {
    ...named,
    words: fold(q),
    ...(number === undefined ? {} : { number: Number(number) }),
    ...(ordinal === undefined ? {} : { ordinal: Number(ordinal) }),
    ...(leads.length === 0 ? {} : { leads }),
  }
}

export function allOf(conditions: (RawBuilder<unknown> | undefined)[]): RawBuilder<unknown> {
  return sql.join([sql`true`, ...conditions.filter((condition) => condition !== undefined)], sql` and `)
}
