import { listCooperating } from '#core/reading/cooperating.ts'
import { type Anchor, readPeriodEnd } from '#core/reading/dates-written.ts'
import { type FoundTime, listTimes } from '#core/reading/deadline.ts'
import type { Outlined } from '#core/reading/outline.ts'
import type { Placed } from '#core/reading/passages.ts'
import { bareSpan, listSentences, type Sentence } from '#core/reading/sentences.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'
import { type ClauseFrame, readFrame } from '#core/reading/subject.ts'
import { listTokens, type Token } from '#core/reading/tokens.ts'

/** Where the bodies obliged were found. */
export type LeadFrom = 'clause' | 'heading' | 'introduction' | 'same-paragraph' | 'earlier' | 'cell' | 'none'

/** A piece of text that may order something, with what its words say. Whether it does is decided later (`weighing.ts`). */
export interface Draft extends Span {
  paragraph: number
  tokens: readonly Token[]
  frame: ClauseFrame
  lead: Span[]
  leadFrom: LeadFrom
  cooperating: Span[]
  times: FoundTime[]
  /** A time of the heading, used when the piece has none of its own. */
  inheritedTime: FoundTime | undefined
  /** The sentence announces a list ("… sau:") and orders nothing by itself. */
  introduces: boolean
  product: Span | undefined
  fromTable: boolean
}

export interface DraftContext {
  source: SourceText
  placed: readonly Placed[]
  outlined: readonly Outlined[]
  anchor: Anchor
}

export function listDrafts(context: DraftContext, skip: ReadonlySet<number>): Draft[] {
  const { source, placed, outlined } = context
  const out: Draft[] = []
  const introduced = new Map<number, Span[]>()
  const announced = new Map<number, FoundTime>()
  let earlier: { lead: Span[]; section: number } = { lead: [], section: -1 }
  for (const p of placed) {
    const o = outlined[p.index]
    if (!o || o.role !== 'text' || skip.has(p.index)) continue
    const section = sectionOf(placed, p)
    if (section !== earlier.section) earlier = { lead: [], section }
    let within: Span[] = []
    const inherited = inheritedLead(context, p, introduced)
    for (const sentence of listSentences(source, p.body, p.end)) {
      const pieces = splitSentence(context, sentence)
      for (const piece of pieces) {
        const { tokens, frame } = piece
        let lead = frame.lead
        let leadFrom: LeadFrom = 'clause'
        if (lead.length === 0) {
          if (within.length > 0) [lead, leadFrom] = [within, 'same-paragraph']
          else if (inherited.lead.length > 0) [lead, leadFrom] = [inherited.lead, inherited.from]
          else if (earlier.lead.length > 0) [lead, leadFrom] = [earlier.lead, 'earlier']
          else leadFrom = 'none'
        } else if (!frame.past) {
          within = lead
          earlier = { lead, section }
        }
        const span = bareSpan(source, piece)
        const times = listTimes(source, span, context.anchor)
        const introduces = /:\s*$/u.test(source.flat.slice(piece.start, sentence.end)) && piece.end >= sentence.end - 1
        out.push({
          ...span,
          paragraph: p.index,
          tokens,
          frame,
          lead,
          leadFrom,
          cooperating: [
            ...inherited.cooperating,
            ...listCooperating(tokens, frame.predicate < tokens.length ? Math.max(0, frame.from) : 0),
          ],
          times,
          inheritedTime: inheritedTime(context, p, piece, pieces, announced),
          introduces,
          product: undefined,
          fromTable: false,
        })
        if (introduces && frame.lead.length > 0 && !frame.past) introduced.set(p.parent, frame.lead)
        if (introduces || /(?:nhiệm vụ|công tác|công việc|nội dung)[^.]{0,80}(?:trong|tháng|quý)/u.test(source.low.slice(piece.start, piece.end))) announceTime(announced, p.parent, times)
      }
    }
    if (o.lead.length > 0) introduced.set(p.parent, o.lead)
  }
  return out
}

function announceTime(announced: Map<number, FoundTime>, parent: number, times: readonly FoundTime[]): void {
  const time = times.find((t) => t.weight >= 79 && t.kind !== 'immediate' && t.iso !== null)
  if (time) announced.set(parent, time)
}

/** A period that the heading (or the sentence before the list) sets for everything under it; else the date that closes the sentence. */
function inheritedTime(context: DraftContext, p: Placed, piece: Piece, pieces: readonly Piece[], announced: ReadonlyMap<number, FoundTime>): FoundTime | undefined {
  const { source, placed, outlined, anchor } = context
  const at = pieces.indexOf(piece)
  const before = pieces[at - 1]
  if (before && /^đồng thời/u.test(source.low.slice(piece.start, piece.start + 12))) {
    const time = listTimes(source, before, anchor).find((t) => t.weight >= 79)
    if (time) return time
  }
  const last = pieces.at(-1)
  if (last && last !== piece && at === pieces.length - 2 && piece.frame.lead.length === 0 && last.frame.lead.length === 0) {
    const time = listTimes(source, last, anchor).find((t) => t.weight >= 79)
    if (time && /hoàn thành (?:trong |trước )?$/u.test(source.low.slice(Math.max(0, time.start - 18), time.start)) ) return time
  }
  for (let up = p.parent; up >= -1; up = placed[up]?.parent ?? -2) {
    const told = announced.get(up)
    if (told && told.start < piece.start) return told
    if (up < 0) break
    const heading = placed[up]
    if (!heading || outlined[up]?.role !== 'heading') continue
    const words = source.low.slice(heading.body, heading.end)
    if (!/nhiệm vụ|công tác|kế hoạch|chương trình|công việc/u.test(words)) continue
    const time = listTimes(source, { start: heading.body, end: heading.end }, anchor).find((t) => t.weight >= 79 && t.iso !== null) ?? headingPeriod(source, heading, anchor)
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
  return { ...span, kind: 'in-period', iso: readPeriodEnd(m[0], anchor), startsOn: null, rule: null, event: null, hour: null, form: 'the period of the heading', weight: 79 }
}

/** The highest numbered part in which a paragraph stands: what a sentence may carry over to the next ones ends there. */
function sectionOf(placed: readonly Placed[], p: Placed): number {
  let top = -1
  for (let at: Placed | undefined = p; at; at = placed[at.parent]) {
    if (at.marker && /^(?:roman|letter|article|chapter|part|section|annex)$/u.test(at.marker.kind)) top = at.index
  }
  return top
}

function inheritedLead(
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

interface Piece extends Span {
  tokens: Token[]
  frame: ClauseFrame
}

/** A sentence is one piece unless a clause has its own subject, or a clause before it is closed by its own date. */
function splitSentence(context: DraftContext, sentence: Sentence): Piece[] {
  const { source, anchor } = context
  const pieces: Piece[] = []
  let open: Piece | undefined
  for (const clause of sentence.clauses) {
    const tokens = listTokens(source, clause.start, clause.end)
    const frame = readFrame(tokens)
    if (open) {
      const ownSubject = frame.lead.length > 0 && frame.predicate < tokens.length && !frame.past
      const short = clause.end - clause.start < 60
      const dated = listTimes(source, open, anchor).some((t) => t.weight >= 60 && t.iso !== null)
      const datedToo = listTimes(source, clause, anchor).some((t) => t.weight >= 50)
      const split = ownSubject || (!short && frame.predicate < tokens.length && (dated || datedToo))
      if (!split) {
        open.end = clause.end
        continue
      }
    }
    open = { start: clause.start, end: clause.end, tokens, frame }
    pieces.push(open)
  }
  return pieces.map((piece) => {
    const tokens = listTokens(source, piece.start, piece.end)
    return { ...piece, tokens, frame: readFrame(tokens) }
  })
}
