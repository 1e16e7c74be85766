import type { Draft, DraftContext } from '#core/reading/drafts.ts'
import type { Passage, ProposedTarget } from '#core/reading/reading.ts'
import type { Row } from '#core/reading/tables.ts'

export function listTargets(
  _context: DraftContext,
  _passages: readonly Passage[],
  _rows: readonly Row[],
  _drafts: readonly Draft[],
): ProposedTarget[] {
  return []
}
