import { type RawBuilder, sql } from 'kysely'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import type { tasksApi } from '#core/tasks/api.ts'
import type { AssignmentSort } from '#core/tasks/assignment-list.ts'
import type { Request } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { conditionOf } from '#server/tasks/assignment-query.ts'
import { readOffice } from '#server/tasks/circumstances.ts'
import { countAssignments } from '#server/tasks/count-assignments.ts'
import { ASSIGNMENT_COLUMNS, type AssignmentRecord, describeRow, pageOf } from '#server/tasks/describe.ts'

type List = (typeof tasksApi)['listAssignments']

/** Assignments within the reader's scope, by the filter, with how many of them there are. */
export async function listAssignments(
  request: Pick<Request<List>, 'tx' | 'register' | 'actor' | 'today' | 'query'>,
): Promise<ResponseOf<List>> {
  const { tx, query, register } = request
  const { sort, after, counts, limit, offset, ...filter } = query
  const office = await readOffice(request)
  const { key, place, back } = ORDERS[sort]
  const begin = after === undefined ? sql`` : sql`and ${key} ${back ? sql`<` : sql`>`} ${placeIn(sort, after)}`
  const order = (by: RawBuilder<unknown>) => sql`order by ${by} ${back ? sql`desc` : sql``}`
  const { rows } = await sql<AssignmentRecord>`
    with page as materialized (
      select a.id from assignment a join task t on t.id = a.task_id where ${conditionOf(filter, request)} ${begin}
      ${order(key)} limit ${limit} offset ${offset}
    ) select ${ASSIGNMENT_COLUMNS} from ${pageOf(sql`array(select id from page)`)} ${order(key)}`.execute(tx)
  const last = rows.length === limit ? rows.at(-1) : undefined
  const page = { items: rows.map((row) => describeRow(row, register, office)), next: last ? place(last) : null }
  if (counts === 'page') {
    const states = Object.groupBy(rows, ({ state }) => state)
    return {
      ...page,
      total: rows.length,
      tasks: new Set(rows.map(({ taskId }) => taskId)).size,
      states: Object.fromEntries(Object.entries(states).map(([state, of]) => [state, of.length])),
    }
  }
  const { total, tasks } = await countAssignments({ ...request, query: filter })
  const { states } = await countAssignments({ ...request, query: { ...filter, state: undefined } })
  return { ...page, total, tasks, states }
}

interface Order {
  key: RawBuilder<unknown>
  /** Where a row stands in the order, for the page after it: of the row as it was shown, so that a change of it moves no page. */
  place: (row: AssignmentRecord) => string
  back: boolean
}

const byCode = { key: sql`(t.number, a.ordinal)`, place: (row: AssignmentRecord) => `${row.number}.${row.ordinal}` }
const byDue = (undated: 'infinity' | '-infinity') => ({
  key: sql`(coalesce(a.due_on, ${sql.lit(undated)}::date), a.task_id, a.ordinal)`,
  place: (row: AssignmentRecord) => `${row.dueOn ?? undated}.${row.taskId}.${row.ordinal}`,
})
const ORDERS: Record<AssignmentSort, Order> = {
  due: { ...byDue('infinity'), back: false },
  '-due': { ...byDue('-infinity'), back: true },
  code: { ...byCode, back: false },
  '-code': { ...byCode, back: true },
}

function placeIn(sort: AssignmentSort, after: string): RawBuilder<unknown> {
  const isCode = sort === 'code' || sort === '-code'
  const parts = (isCode ? /^(\d{1,9})\.(\d{1,5})$/ : /^(-?infinity|\d{4}-\d\d-\d\d)\.([0-9a-f-]{36})\.(\d{1,5})$/).exec(
    after,
  )
  if (!parts) fail({ code: 'request/invalid', issues: [{ path: 'query.after', message: 'not of this order' }] })
  return isCode
    ? sql`(${parts[1]}::integer, ${parts[2]}::smallint)`
    : sql`(${parts[1]}::date, ${parts[2]}::uuid, ${parts[3]}::smallint)`
}
