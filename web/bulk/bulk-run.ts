import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { BulkCommand, BulkOutcome } from '#core/tasks/bulk.ts'
import type { BulkAction } from '#web/bulk/bulk-actions.ts'

/** So many in one call: the bar says how far it is, and nobody else waits long for the rows. */
export const AT_ONCE = 50

/** Several commands that are given as one, and what has become of them so far. */
export interface BulkRun {
  /** Of the intention: each portion goes by it, so that one whose answer was lost is not done twice. */
  key: string
  action: BulkAction
  rows: readonly AssignmentRow[]
  commands: readonly BulkCommand[]
  /** Of the first of the commands, as many as have been answered. */
  outcomes: readonly BulkOutcome[]
  /** It takes back what had been done. */
  isUndo: boolean
}

/**
 * Gives the commands that have no outcome yet, one portion after the other, and tells after each how far the run is. Where the way to the server
 * breaks, it ends; going on from what was told last gives the broken portion again with its own key.
 */
export async function goOn(
  run: BulkRun,
  give: (portion: BulkCommand[], key: string) => Promise<readonly BulkOutcome[]>,
  tell: (run: BulkRun) => void,
): Promise<void> {
  let { outcomes } = run
  for (let from = outcomes.length; from < run.commands.length; from += AT_ONCE) {
    outcomes = [...outcomes, ...(await give(run.commands.slice(from, from + AT_ONCE), `${run.key}-${from}`))]
    tell({ ...run, outcomes })
  }
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
