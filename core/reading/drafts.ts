import { listCooperating } from '#core/reading/cooperating.ts'
import type { Anchor } from '#core/reading/dates-written.ts'
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
  let earlier: { lead: Span[]; section: number } = { lead: [], section: -1 }
  for (const p of placed) {
    const o = outlined[p.index]
    if (!o || o.role !== 'text' || skip.has(p.index)) continue
    const section = sectionOf(placed, p)
    if (section !== earlier.section) earlier = { lead: [], section }
    let within: Span[] = []
    const inherited = inheritedLead(context, p, introduced)
    for (const sentence of listSentences(source, p.body, p.end)) {
      for (const piece of splitSentence(context, sentence)) {
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
          times: listTimes(source, span, context.anchor),
          inheritedTime: undefined,
          introduces,
          product: undefined,
          fromTable: false,
        })
        if (introduces && frame.lead.length > 0 && !frame.past) introduced.set(p.parent, frame.lead)
      }
    }
    if (o.lead.length > 0) introduced.set(p.parent, o.lead)
  }
  return out
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
