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
const OPEN: readonly string[] = ['issued', 'accepted', 'returned', 'in_progress']

/** The filter is that of `app_assignments_wanted` (0011-desk.sql). */
export async function countAssignments(
  { tx, today }: Pick<Request<unknown>, 'tx' | 'today'>,
  filter: Record<string, unknown> = {},
): Promise<DeskCounts> {
  const { rows } = await sql<{ state: string; n: number; overdue: number; soon: number; undated: number }>`
    select * from app_assignment_counts(${JSON.stringify(filter)}, ${today}, ${addDays(today, SOON_DAYS)})`.execute(tx)
  const open = rows.filter(({ state }) => OPEN.includes(state))
  const sum = (of: 'overdue' | 'soon' | 'undated') => open.reduce((total, row) => total + row[of], 0)
  return {
    states: Object.fromEntries(rows.map(({ state, n }) => [state, n])),
    overdue: sum('overdue'),
    soon: sum('soon'),
    undated: sum('undated'),
  }
}
