import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { BulkCommand, BulkOutcome } from '#core/tasks/bulk.ts'
import type { BulkAction } from '#web/bulk/bulk-actions.ts'

/** So many in one call: the bar says how far it is, and nobody else waits long for the rows. */
export const AT_ONCE = 50

export interface BulkResult {
  action: BulkAction
  rows: readonly AssignmentRow[]
  outcomes: readonly BulkOutcome[]
  /** It took back what had been done. */
  isUndo: boolean
}

/** Gives commands one portion after the other and tells after each what has become of all so far; where the way to the server breaks, it ends. */
export async function giveInPortions(
  commands: readonly BulkCommand[],
  give: (portion: BulkCommand[]) => Promise<readonly BulkOutcome[]>,
  tell: (outcomes: readonly BulkOutcome[]) => void,
): Promise<void> {
  let outcomes: readonly BulkOutcome[] = []
  for (let from = 0; from < commands.length; from += AT_ONCE) {
    outcomes = [...outcomes, ...(await give(commands.slice(from, from + AT_ONCE)))]
    tell(outcomes)
  }
}

/** What goes on after a break is one run: its result, and the way back, hold what was done before. */
export function continued(broken: BulkResult | undefined, next: BulkResult): BulkResult {
  if (broken === undefined || broken.isUndo || broken.action !== next.action) return next
  const ids = new Set<string>(next.rows.map(({ id }) => id))
  return {
    ...next,
    rows: [...broken.rows.filter(({ id }) => !ids.has(id)), ...next.rows],
    outcomes: [...broken.outcomes.filter(({ id }) => !ids.has(id)), ...next.outcomes],
  }
}

/** What an undo that broke has not taken back yet: what it was refused stands as it was. */
export function withoutTakenBack(of: BulkResult, taken: readonly BulkOutcome[]): BulkResult {
  const ids = new Set<string>(taken.filter(({ done }) => done).map(({ id }) => id))
  return { ...of, outcomes: of.outcomes.filter(({ id }) => !ids.has(id)) }
}

/** The chosen rows as they were last read: of several readings of a row, the latest. */
export function latestRows(
  readings: readonly { readAt: number; items: readonly AssignmentRow[] }[],
  ids: ReadonlySet<string>,
): AssignmentRow[] {
  const known = new Map<string, AssignmentRow>()
  for (const { items } of readings.toSorted((a, b) => a.readAt - b.readAt))
    for (const row of items) if (ids.has(row.id)) known.set(row.id, row)
  return [...ids].flatMap((id) => known.get(id) ?? [])
}
