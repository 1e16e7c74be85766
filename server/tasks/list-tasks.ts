import { sql } from 'kysely'
import { fold } from '#core/kernel/fold.ts'
import type { QueryOf, ResponseOf } from '#core/kernel/endpoint.ts'
import type { tasksApi } from '#core/tasks/api.ts'
import type { Request } from '#server/http/mount.ts'
import { listTaskRows } from '#server/tasks/task-rows.ts'

type List = (typeof tasksApi)['listTasks']
type Count = (typeof tasksApi)['countTasks']
type Reader = Pick<Request<unknown>, 'tx' | 'register' | 'today'>

/** Tasks within the reader's scope, found by a function of the owner that knows it (0016-lists.sql) and read under the policies. */
export async function listTasks(request: Reader & { query: QueryOf<List> }): Promise<ResponseOf<List>> {
  const { tx, query } = request
  const { sort, after, counts, limit, offset, ...filter } = query
  const { rows, lastNumber } = await listTaskRows(
    request,
    sql`array(select app_task_page(${wantedOf(filter)}, ${sort === '-code'}, ${limit}, ${offset}, ${after ?? null}))`,
  )
  const page = { items: rows, next: rows.length === limit ? lastNumber : null }
  if (counts === 'all') return { ...page, ...(await countTasks({ tx, query: filter })) }
  return { ...page, total: rows.length, assignments: rows.reduce((sum, row) => sum + row.assignments, 0) }
}

export async function countTasks({ tx, query }: Pick<Request<Count>, 'tx' | 'query'>): Promise<ResponseOf<Count>> {
  const { rows } = await sql<{ tasks: number; assignments: number }>`
    select * from app_task_counts(${wantedOf(query)})`.execute(tx)
  return { total: rows[0]?.tasks ?? 0, assignments: rows[0]?.assignments ?? 0 }
}

function wantedOf({ q, directive }: QueryOf<Count>): string {
  const [, number] = /^(?:nv\W*)?0*(\d{1,9})$/i.exec(q?.trim() ?? '') ?? []
  return JSON.stringify({
    ...(directive ? { directive } : {}),
    ...(q ? { words: fold(q), ...(number === undefined ? {} : { number: Number(number) }) } : {}),
  })
}
