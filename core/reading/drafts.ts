import { assignsBefore, findBracketed } from '#core/reading/assigned-behind.ts'
import { listCooperating } from '#core/reading/cooperating.ts'
import { findCampaign } from '#core/reading/campaign.ts'
import { type FoundTime, listTimes } from '#core/reading/deadline.ts'
import { findAddressee, styleOf } from '#core/reading/document-style.ts'
import type { Draft, DraftContext, LeadFrom, Piece } from '#core/reading/draft.ts'
import { announceTime, inheritedLead, inheritedTime, sectionOf } from '#core/reading/inherited.ts'
import { giveMonitors } from '#core/reading/monitors.ts'
import type { Placed } from '#core/reading/passages.ts'
import { closesBefore, splitSentence } from '#core/reading/pieces.ts'
import { bareSpan, listSentences } from '#core/reading/sentences.ts'
import { asksUpward } from '#core/reading/weighing.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'

/** The bodies that the last clause obliged, with the part and the item in which it stands. */
interface Earlier {
  lead: Span[]
  section: number
  item: number | undefined
}

/** One item of a list says nothing of who is obliged by the next one. */
function isOtherItem(placed: readonly Placed[], p: Placed, item: number | undefined): boolean {
  if (item === undefined || !p.marker) return false
  for (let at = p.index; at >= 0; at = placed[at]?.parent ?? -1) if (at === item) return false
  return true
}

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
  let earlier: Earlier = { lead: [], section: -1, item: undefined }
  for (const p of placed) {
    const o = outlined[p.index]
    if (!o || o.role !== 'text' || skip.has(p.index) || (style.news && isHeadline(source, p))) continue
    const section = sectionOf(placed, p)
    if (section !== earlier.section) earlier = { lead: [], section, item: undefined }
    const hasItems = placed[p.index + 1]?.parent === p.index && placed[p.index + 1]?.marker !== undefined
    let within: Span[] = []
    let afterRequest = false
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
          else if (earlier.lead.length > 0 && !isOtherItem(placed, p, earlier.item))
            [lead, leadFrom] = [earlier.lead, 'earlier']
          else [lead, leadFrom] = addressee.length > 0 && o.section === 'tasks' ? [addressee, 'earlier'] : [[], 'none']
        } else if (!frame.past) {
          within = lead
          earlier = { lead, section, item: p.marker ? p.index : undefined }
        }
        if (closesBefore(source, piece, out.at(-1), p.index, context.anchor)) continue
        if (assignsBefore(source, piece, out.at(-1), p.index)) continue
        const span = bareSpan(source, piece)
        const times = listTimes(source, span, context.anchor)
        const bracketed = leadFrom === 'clause' ? undefined : findBracketed(source, piece, times)
        if (bracketed) [lead, leadFrom] = [bracketed.lead, 'same-paragraph']
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
          task: undefined,
          fromTable: false,
          place: {
            item: p.marker !== undefined && piece.start < p.body + 3,
            hasItems,
            preamble: style.firstItem > p.index,
            news: style.news,
            afterOrder: ordered,
            afterRequest,
            underOrder,
          },
        })
        const last = out.at(-1)
        afterRequest ||= last !== undefined && asksUpward(source, last)
        const tells = TELLS.test(source.low.slice(piece.start, Math.min(piece.end, piece.start + 240)))
        if (frame.order !== undefined || frame.speaker !== undefined || (introduces && !frame.past)) ordered = true
        if (frame.order !== undefined || (frame.modal !== undefined && frame.modal !== 'sẽ')) underOrder = true
        else if (tells) underOrder = false
        if (introduces && frame.lead.length > 0 && !frame.past && !issues(piece) && !hasItems)
          introduced.set(p.parent, frame.lead)
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
    if (o.lead.length > 0 && !hasItems) introduced.set(p.parent, o.lead)
  }
  giveMonitors(out)
  return out
}

/** The first line of a piece of news says in short what the text says below. */
function isHeadline(source: SourceText, p: Placed): boolean {
  return (
    p.index === 0 && !p.marker && p.end - p.start < 250 && !/[.;:!?]["”’)]*$/u.test(source.flat.slice(p.start, p.end))
  )
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
