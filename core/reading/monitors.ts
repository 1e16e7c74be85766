import { MODALS } from '#core/reading/clause-parts.ts'
import type { Draft } from '#core/reading/draft.ts'
import type { Span } from '#core/reading/source-text.ts'
import type { Token } from '#core/reading/tokens.ts'
import { findNamedUnits, namesUnit } from '#core/reading/units-named.ts'

const WATCHES = /^(?:theo dõi|đôn đốc|giám sát)$/u

/**
 * "A thực hiện; B theo dõi, đôn đốc": B watches over A's task in the same item, and holds its own task of watching besides. "Giao X
 * theo dõi, đôn đốc việc thực hiện Kế hoạch này" alone makes X the lead: there is no other task in the item.
 */
export function giveMonitors(drafts: readonly Draft[]): void {
  let done: Draft[] = []
  for (const draft of drafts) {
    if (done[0] && done[0].paragraph !== draft.paragraph) done = []
    draft.monitor = listWithin(draft.tokens, draft.frame.predicate)
    if (draft.leadFrom === 'clause' && watches(draft.tokens, draft.frame.predicate)) {
      for (const other of done) {
        const mine = draft.lead.filter((l) => !other.lead.some((o) => o.start === l.start))
        if (other.leadFrom !== 'none' && !other.place.news) other.monitor.push(...mine)
      }
    } else done.push(draft)
  }
}

/** "…, giao B theo dõi, đôn đốc" without a semicolon: a body named inside the clause right before a verb of watching. */
function listWithin(tokens: readonly Token[], predicate: number): Span[] {
  const out: Span[] = []
  for (let i = predicate + 1; i < tokens.length; i++) {
    const before = tokens[i - 1]?.low ?? ''
    if (!/^(?:,|;|và|giao|cho)$/u.test(before) || !namesUnit(tokens, i)) continue
    const named = findNamedUnits(tokens, i)
    if (!named) continue
    if (watches(tokens, named.next) && tokens[i]?.capital) out.push(...named.units)
    i = named.next - 1
  }
  return out
}

function watches(tokens: readonly Token[], at: number): boolean {
  const modal = MODALS.findAt(tokens, at)
  const from = at + (modal?.length ?? 0)
  return WATCHES.test(`${tokens[from]?.low ?? ''} ${tokens[from + 1]?.low ?? ''}`)
}
