import { listCooperating } from '#core/reading/cooperating.ts'
import { findCampaign, type FoundTime, listTimes } from '#core/reading/deadline.ts'
import { findAddressee, styleOf } from '#core/reading/document-style.ts'
import type { Draft, DraftContext, LeadFrom, Piece } from '#core/reading/draft.ts'
import { announceTime, inheritedLead, inheritedTime, sectionOf } from '#core/reading/inherited.ts'
import { giveMonitors } from '#core/reading/monitors.ts'
import { closesBefore, splitSentence } from '#core/reading/pieces.ts'
import { bareSpan, listSentences } from '#core/reading/sentences.ts'
import type { Span } from '#core/reading/source-text.ts'

export function listDrafts(context: DraftContext, skip: ReadonlySet<number>): Draft[] {
  const { source, placed, outlined } = context
  const out: Draft[] = []
  const introduced = new Map<number, Span[]>()
  const announced = new Map<number, FoundTime>()
  const addressee = findAddressee(source)
  const style = styleOf(source, placed)
  const campaign = findCampaign(source, context.anchor)
  let ordered = false
  let underOrder = false
  let earlier: { lead: Span[]; section: number } = { lead: [], section: -1 }
  for (const p of placed) {
    const o = outlined[p.index]
    if (!o || o.role !== 'text' || skip.has(p.index)) continue
    const section = sectionOf(placed, p)
    if (section !== earlier.section) earlier = { lead: [], section }
    const hasItems = placed[p.index + 1]?.parent === p.index && placed[p.index + 1]?.marker !== undefined
    let within: Span[] = []
    if (/^\P{L}*(?:về|đối với|để) /u.test(source.low.slice(p.body, p.body + 12))) announced.delete(p.parent)
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
          else [lead, leadFrom] = addressee.length > 0 && o.section === 'tasks' ? [addressee, 'earlier'] : [[], 'none']
        } else if (!frame.past) {
          within = lead
          earlier = { lead, section }
        }
        if (closesBefore(source, piece, out.at(-1), p.index, context.anchor)) continue
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
          monitor: [],
          times,
          inheritedTime: inheritedTime(context, p, piece, pieces, announced) ?? campaign,
          introduces,
          product: undefined,
          fromTable: false,
          place: {
            item: p.marker !== undefined && piece.start < p.body + 3,
            hasItems,
            preamble: style.firstItem > p.index,
            news: style.news,
            afterOrder: ordered,
            underOrder,
          },
        })
        const tells = TELLS.test(source.low.slice(piece.start, Math.min(piece.end, piece.start + 240)))
        if (frame.order !== undefined || frame.speaker !== undefined || (introduces && !frame.past)) ordered = true
        if (frame.order !== undefined || (frame.modal !== undefined && frame.modal !== 'sẽ')) underOrder = true
        else if (tells) underOrder = false
        if (introduces && frame.lead.length > 0 && !frame.past && !issues(piece)) introduced.set(p.parent, frame.lead)
        if (
          introduces ||
          /^\P{L}*về (?:một số |các )?(?:nhiệm vụ|công việc|công tác)/u.test(
            source.low.slice(piece.start, piece.start + 40),
          )
        ) {
          announceTime(source, announced, p.parent, piece, times)
        }
      }
    }
    if (o.lead.length > 0) introduced.set(p.parent, o.lead)
  }
  giveMonitors(out)
  return out
}

/** What was, is or is said, with nothing asked: the words of narrative. */
const TELLS =
  /(?:^| )(?:đã|vừa qua|thời gian qua|năm qua|những năm|vừa|cho biết|khẳng định|cho thấy|ghi nhận|biểu dương|đánh giá cao|nổi bật là|phát biểu|tại (?:hội nghị|cuộc họp|buổi))(?=[ ,])/u
/** "Ủy ban nhân dân tỉnh ban hành Kế hoạch … như sau:", "… có ý kiến như sau:": the issuer speaks, and is not obliged. */
function issues({ tokens, frame }: Piece): boolean {
  if (frame.order !== undefined) return false
  const words = tokens.slice(frame.predicate, frame.predicate + 2).map((t) => t.low)
  return /^(?:ban hành|có ý)$/u.test(words.join(' '))
}
