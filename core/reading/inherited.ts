import { type Anchor, readPeriodEnd } from '#core/reading/dates-written.ts'
import { type FoundTime, listTimes } from '#core/reading/deadline.ts'
import type { DraftContext, LeadFrom, Piece } from '#core/reading/draft.ts'
import type { Placed } from '#core/reading/passages.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'

/** A sentence that announces a list sets the time for it: "nhiệm vụ trọng tâm trong Quý I:". */
export function announceTime(
  source: SourceText,
  announced: Map<number, FoundTime>,
  parent: number,
  piece: Span,
  times: readonly FoundTime[],
): void {
  const time = times.find((t) => t.weight >= 79 && t.kind !== 'immediate' && t.iso !== null)
  const before = time ? source.low.slice(Math.max(piece.start, time.start - 60), time.start) : ''
  if (
    time &&
    (/(?:nhiệm vụ|công việc|nội dung|đề án|công tác)[^.;:]*$/u.test(before) || time.form === 'a period in front')
  )
    announced.set(parent, time)
}

/** A period that the heading (or the sentence before the list) sets for everything under it; else the date that closes the sentence. */
export function inheritedTime(
  context: DraftContext,
  p: Placed,
  piece: Piece,
  pieces: readonly Piece[],
  announced: ReadonlyMap<number, FoundTime>,
): FoundTime | undefined {
  const { source, placed, outlined, anchor } = context
  const at = pieces.indexOf(piece)
  const before = pieces[at - 1]
  if (before && source.low.startsWith('đồng thời', piece.start)) {
    const time = listTimes(source, before, anchor).find((t) => t.weight >= 79)
    if (time) return time
  }
  const last = pieces.at(-1)
  if (
    last &&
    last !== piece &&
    at === pieces.length - 2 &&
    piece.frame.lead.length === 0 &&
    last.frame.lead.length === 0
  ) {
    const time = listTimes(source, last, anchor).find((t) => t.weight >= 79)
    if (time && /hoàn thành (?:trong |trước )?$/u.test(source.low.slice(Math.max(0, time.start - 18), time.start)))
      return time
  }
  for (let up = p.parent; up >= -1; up = placed[up]?.parent ?? -2) {
    const told = announced.get(up)
    if (told && told.start < piece.start) return told
    if (up < 0) break
    const heading = placed[up]
    if (!heading || outlined[up]?.role !== 'heading') continue
    const words = source.low.slice(heading.body, heading.end)
    if (!/nhiệm vụ|công tác|kế hoạch|chương trình|công việc/u.test(words)) continue
    const time =
      listTimes(source, { start: heading.body, end: heading.end }, anchor).find(
        (t) => t.weight >= 79 && t.iso !== null,
      ) ?? headingPeriod(source, heading, anchor)
    if (time) return time
  }
  return undefined
}

/** "Nhiệm vụ công tác trọng tâm tháng 3 năm 2010": a month or quarter at the end of a heading. */
function headingPeriod(source: SourceText, heading: Span & { body: number }, anchor: Anchor): FoundTime | undefined {
  const words = source.low.slice(heading.body, heading.end)
  const m = /(?:tháng \d{1,2}|qu[ýí] (?:iv|i{1,3}|[1-4]))(?:[ /]+(?:năm )?\d{4})?[ .:]*$/u.exec(words)
  if (!m) return undefined
  const span = { start: heading.body + m.index, end: heading.body + m.index + m[0].replace(/[ .:]+$/u, '').length }
  return {
    ...span,
    kind: 'in-period',
    iso: readPeriodEnd(m[0], anchor),
    startsOn: null,
    rule: null,
    event: null,
    hour: null,
    form: 'the period of the heading',
    weight: 79,
  }
}

/** The highest numbered part in which a paragraph stands: what a sentence may carry over to the next ones ends there. */
export function sectionOf(placed: readonly Placed[], p: Placed): number {
  let top = -1
  for (let at: Placed | undefined = p; at; at = placed[at.parent]) {
    if (at.marker && /^(?:roman|letter|article|chapter|part|section|annex)$/u.test(at.marker.kind)) top = at.index
  }
  return top
}

/** The bodies that the nearest heading (or the sentence before the list) obliges. */
export function inheritedLead(
  context: DraftContext,
  p: Placed,
  introduced: ReadonlyMap<number, Span[]>,
): { lead: Span[]; from: LeadFrom; cooperating: Span[] } {
  const { placed, outlined } = context
  let added: Span[] = []
  for (let at = p.parent; at >= -1; at = placed[at]?.parent ?? -2) {
    const o = at >= 0 ? outlined[at] : undefined
    if (o && o.lead.length > 0) {
      if (o.addsToLead) added = [...o.lead, ...added]
      else
        return {
          lead: [...o.lead, ...added],
          from: o.role === 'heading' ? 'heading' : 'introduction',
          cooperating: o.cooperating,
        }
    }
    const intro = introduced.get(at)
    if (intro) return { lead: [...intro, ...added], from: 'introduction', cooperating: [] }
    if (at < 0) break
  }
  return { lead: added, from: 'heading', cooperating: [] }
}
