import { sql } from 'kysely'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import type { tasksApi } from '#core/tasks/api.ts'
import { type AssignmentFilter, dueSoon, OPEN_STATES } from '#core/tasks/assignment-filter.ts'
import { LatenessClass } from '#core/tasks/lateness.ts'
import type { Request } from '#server/http/mount.ts'
import { conditionOf, isAwaiting, latenessClassOf } from '#server/tasks/assignment-query.ts'

type Count = (typeof tasksApi)['countAssignments']

/** How many a list with the same filter has. */
export async function countAssignments(
  request: Pick<Request<Count>, 'tx' | 'register' | 'today'> & { query: AssignmentFilter },
): Promise<ResponseOf<Count>> {
  const { tx, query, today } = request
  const where = conditionOf(query, request)
  const soon = dueSoon(today)
  const { rows } = await sql<{ state: string; class: LatenessClass; n: number; awaiting: number; soon: number }>`
    select a.state, ${latenessClassOf(today)} as class, count(*) as n, count(*) filter (where ${isAwaiting(today)}) as awaiting,
      count(*) filter (where a.state = any(${OPEN_STATES}::text[]) and a.due_on between ${soon.dueFrom} and ${soon.dueTo}) as soon
    from assignment a join task t on t.id = a.task_id where ${where} group by 1, 2`.execute(tx)
  const tasks = await sql<{ n: number }>`
    select count(distinct a.task_id) as n from assignment a join task t on t.id = a.task_id where ${where}`.execute(tx)
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  const states: Record<string, number> = {}
  for (const { state, n } of rows) states[state] = (states[state] ?? 0) + n
  return {
    total: sum(({ n }) => n),
    tasks: tasks.rows[0]?.n ?? 0,
    states,
    classes: Object.fromEntries(
      LatenessClass.options.map((kind) => [kind, sum((row) => (row.class === kind ? row.n : 0))]),
    ) as Record<LatenessClass, number>,
    awaiting: sum(({ awaiting }) => awaiting),
    soon: sum((row) => row.soon),
  }
}
