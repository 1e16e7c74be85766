import { sql } from 'kysely'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import type { tasksApi } from '#core/tasks/api.ts'
import type { AssignmentSort } from '#core/tasks/assignment-list.ts'
import type { Request } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { wantedOf } from '#server/tasks/assignment-query.ts'
import { readOffice } from '#server/tasks/circumstances.ts'
import { countAssignments } from '#server/tasks/count-assignments.ts'
import { type AssignmentRecord, describeRow } from '#server/tasks/describe.ts'

type List = (typeof tasksApi)['listAssignments']

/**
 * Assignments within the reader's scope, by the filter. Which fifty they are is found by a function of the owner that knows the scope
 * (0016-lists.sql), and each is looked at again by what the policies say of one row.
 */
export async function listAssignments(
  request: Pick<Request<List>, 'tx' | 'register' | 'actor' | 'today' | 'query'>,
): Promise<ResponseOf<List>> {
  const { tx, query, register } = request
  const { sort, after, counts, limit, offset, ...filter } = query
  const office = await readOffice(request)
  const { byCode, back, undated } = ORDERS[sort]
  const place = after === undefined ? null : placeIn(sort, after)
  const { rows } = await sql<AssignmentRecord>`
    select * from app_assignment_rows(array(
      select app_assignment_page(${wantedOf(filter, request)}, ${byCode}, ${back}, ${limit}, ${offset}, ${place}::text[])))`.execute(
    tx,
  )
  const last = rows.length === limit ? rows.at(-1) : undefined
  /** Of the row as it is shown, so that a change of it moves no page. */
  const placeOf = ({ number, ordinal, dueOn, taskId }: AssignmentRecord) =>
    byCode ? `${number}.${ordinal}` : `${dueOn ?? undated}.${taskId}.${ordinal}`
  const page = { items: rows.map((row) => describeRow(row, register, office)), next: last ? placeOf(last) : null }
  if (counts === 'page') {
    const states = Object.groupBy(rows, ({ state }) => state)
    return {
      ...page,
      total: rows.length,
      tasks: new Set(rows.map(({ taskId }) => taskId)).size,
      states: Object.fromEntries(Object.entries(states).map(([state, of]) => [state, of.length])),
    }
  }
  const { total, tasks, states } = await countAssignments({ ...request, query: filter })
  if (filter.state === undefined) return { ...page, total, tasks, states }
  const all = await countAssignments({ ...request, query: { ...filter, state: undefined } })
  return { ...page, total, tasks, states: all.states }
}

interface Order {
  byCode: boolean
  back: boolean
  /** What stands for the due day of a row without one: it comes last in both directions. */
  undated: 'infinity' | '-infinity'
}
const ORDERS: Record<AssignmentSort, Order> = {
  due: { byCode: false, back: false, undated: 'infinity' },
  '-due': { byCode: false, back: true, undated: '-infinity' },
  code: { byCode: true, back: false, undated: 'infinity' },
  '-code': { byCode: true, back: true, undated: '-infinity' },
}

const PLACES = {
  code: /^(\d{1,9})\.(\d{1,4})$/,
  due: /^(-?infinity|\d{4}-\d\d-\d\d)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,4})$/,
}
function placeIn(sort: AssignmentSort, after: string): string[] {
  const { byCode } = ORDERS[sort]
  const parts = PLACES[byCode ? 'code' : 'due'].exec(after)
  const isDay = byCode || parts?.[1]?.endsWith('infinity') || PlainDate.safeParse(parts?.[1]).success
  if (!parts || !isDay)
    fail({ code: 'request/invalid', issues: [{ path: 'query.after', message: 'not of this order' }] })
  return parts.slice(1)
}
