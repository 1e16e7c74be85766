import { sql } from 'kysely'
import { addDays } from '#core/kernel/plain-date.ts'
import type { Request } from '#server/http/mount.ts'

/** What the home page says of the reader's scope, counted where the rows are. */
export interface DeskCounts {
  states: Record<string, number>
  /** Open, past due and not reported. */
  overdue: number
  /** Open and due today or in the next seven days. */
  soon: number
  /** Open without a deadline. */
  undated: number
}

const SOON_DAYS = 7

export async function countDesk({ tx, today }: Pick<Request<unknown>, 'tx' | 'today'>): Promise<DeskCounts> {
  const { rows } = await sql<{ state: string; n: number; overdue: number; soon: number; undated: number }>`
    select state, count(*) as n, count(*) filter (where due_on < ${today}) as overdue,
      count(*) filter (where due_on between ${today} and ${addDays(today, SOON_DAYS)}) as soon, count(*) filter (where due_on is null) as undated
    from assignment group by state`.execute(tx)
  const open = rows.filter(({ state }) => ['issued', 'accepted', 'returned', 'in_progress'].includes(state))
  const sum = (of: 'overdue' | 'soon' | 'undated') => open.reduce((total, row) => total + row[of], 0)
  return {
    states: Object.fromEntries(rows.map(({ state, n }) => [state, n])),
    overdue: sum('overdue'),
    soon: sum('soon'),
    undated: sum('undated'),
  }
}
