import { sql } from 'kysely'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import type { tasksApi } from '#core/tasks/api.ts'
import { type AssignmentFilter, soonUntil } from '#core/tasks/assignment-filter.ts'
import { LatenessClass } from '#core/tasks/lateness.ts'
import type { Request } from '#server/http/mount.ts'
import { wantedOf } from '#server/tasks/assignment-query.ts'

type Count = (typeof tasksApi)['countAssignments']

interface Counted {
  /** The row without one says of how many tasks they are. */
  state: string | null
  class: LatenessClass | null
  n: number
  awaiting: number
  soon: number
}

/** How many a list with the same filter has. */
export async function countAssignments(
  request: Pick<Request<Count>, 'tx' | 'register' | 'actor' | 'today'> & { query: AssignmentFilter },
): Promise<ResponseOf<Count>> {
  const { tx, query, today } = request
  const { rows: counted } = await sql<Counted>`
    select * from app_assignment_counts(${wantedOf(query, request)}, ${soonUntil(today)})`.execute(tx)
  const rows = counted.filter(({ state }) => state !== null)
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  const states: Record<string, number> = {}
  for (const { state, n } of rows) if (state !== null) states[state] = (states[state] ?? 0) + n
  return {
    total: sum(({ n }) => n),
    tasks: counted.find(({ state }) => state === null)?.n ?? 0,
    states,
    classes: Object.fromEntries(
      LatenessClass.options.map((kind) => [kind, sum((row) => (row.class === kind ? row.n : 0))]),
    ) as Record<LatenessClass, number>,
    awaiting: sum(({ awaiting }) => awaiting),
    soon: sum((row) => row.soon),
  }
}
