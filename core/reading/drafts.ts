import { listCooperating } from '#core/reading/cooperating.ts'
import { type Anchor, readPeriodEnd } from '#core/reading/dates-written.ts'
import { findCampaign, type FoundTime, listTimes } from '#core/reading/deadline.ts'
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
  place: Place
}

/** Where a piece stands: much of what a sentence means depends on it. */
export interface Place {
  /** It begins a numbered or bulleted item. */
  item: boolean
  /** Its paragraph has numbered items under it: it may be their heading. */
  hasItems: boolean
  /** Before the first numbered item of a document that has some. */
  preamble: boolean
  /** The document has no head of an official text and few numbered items: a piece of news. */
  news: boolean
  /** Somebody was quoted as ordering before, in the same part. */
  afterOrder: boolean
  /** The sentence before it tells what was. */
  afterPast: boolean
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
  const addressee = findAddressee(source)
  const style = styleOf(source, placed)
  const campaign = findCampaign(source, context.anchor)
  let ordered = false
  let earlier: { lead: Span[]; section: number } = { lead: [], section: -1 }
  for (const p of placed) {
    const o = outlined[p.index]
    if (!o || o.role !== 'text' || skip.has(p.index)) continue
    const section = sectionOf(placed, p)
    if (section !== earlier.section) earlier = { lead: [], section }
    let past = false
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
            afterPast: past,
          },
        })
        past = frame.past || DONE.test(source.low.slice(piece.start, Math.min(piece.end, piece.start + 160)))
        if (frame.order !== undefined || frame.speaker !== undefined || (introduces && !frame.past)) ordered = true
        if (introduces && frame.lead.length > 0 && !frame.past) introduced.set(p.parent, frame.lead)
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
  return out
}

function announceTime(
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
function inheritedTime(
  context: DraftContext,
  p: Placed,
  piece: Piece,
  pieces: readonly Piece[],
  announced: ReadonlyMap<number, FoundTime>,
): FoundTime | undefined {
  const { source, placed, outlined, anchor } = context
  const at = pieces.indexOf(piece)
  const before = pieces[at - 1]
  if (before && /^đồng thời/u.test(source.low.slice(piece.start, piece.start + 12))) {
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

/** "… kinh tế số. Hoàn thành trong tháng 8 năm 2021.": a sentence that only dates the one before. */
function closesBefore(source: SourceText, piece: Piece, before: Draft | undefined, paragraph: number, anchor: Anchor): boolean {
  if (!before || before.paragraph !== paragraph || piece.end - piece.start > 70) return false
  if (!/^(?:hoàn thành|thời gian|thời hạn|xong)[^,]{0,30} (?:trước|trong|vào|quý|tháng|năm|chậm nhất|đến)/u.test(source.low.slice(piece.start, piece.end))) return false
  const time = listTimes(source, piece, anchor).find((t) => t.weight >= 60)
  if (!time || before.times.some((t) => t.weight >= 60)) return false
  before.times = [time, ...before.times]
  before.end = bareSpan(source, piece).end
  return true
}

const DONE = /(?:^| )(?:đã|đang|vừa|được đánh giá|ước đạt)(?= )/u

/** Official texts announce themselves and number their items; news do neither. */
function styleOf(source: SourceText, placed: readonly Placed[]): { news: boolean; firstItem: number } {
  const items = placed.filter((p) => p.marker || p.row).length
  const official = /cộng hòa xã hội|độc lập - tự do|quyết nghị|nơi nhận ?:|(?:^|\n)số ?: ?\d/u.test(
    source.low.slice(0, 3000),
  )
  const firstItem = placed.find((p) => (p.marker && p.marker.kind !== 'dash') || p.row)?.index ?? -1
  return { news: !official && items * 4 < placed.length, firstItem: items > 3 ? firstItem : -1 }
}

/** "Kết luận … tại buổi làm việc với lãnh đạo tỉnh Sơn La": what is not given to others is given to the province. */
function findAddressee(source: SourceText): Span[] {
  const m =
    /làm việc với (?:lãnh đạo |ban thường vụ |lãnh đạo chủ chốt )?(tỉnh|thành phố|huyện|xã|phường|thị xã|quận|bộ|sở)(?: \p{Lu}\p{L}*)+/iu.exec(
      source.flat.slice(0, 3000),
    )
  if (!m?.[1]) return []
  const start =
    m.index + m[0].length - m[0].replace(/^.*?(?=(?:tỉnh|thành phố|huyện|xã|phường|thị xã|quận|bộ|sở) )/iu, '').length
  const short = source.flat
    .slice(start)
    .search(
      new RegExp(
        `(?<=\\p{Ll} )${m[1].charAt(0).toUpperCase()}${m[1].slice(1).toLowerCase()}(?=[.,; ](?! ?\\p{Lu}))`,
        'u',
      ),
    )
  if (short >= 0) return [{ start: start + short, end: start + short + m[1].length }]
  return [{ start, end: m.index + m[0].length }]
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
  let dated = false
  for (const clause of sentence.clauses) {
    const tokens = listTokens(source, clause.start, clause.end)
    const frame = readFrame(tokens)
    const times = listTimes(source, clause, anchor)
    const datedHere = times.some((t) => t.weight >= 60 && t.iso !== null)
    const orders = frame.predicate < tokens.length
    const ownSubject = frame.lead.length > 0 && orders && !frame.past
    const capital = frame.lead.length === 0 && tokens[0]?.capital === true
    const long = clause.end - clause.start >= 60
    const timed = dated || times.some((t) => t.weight >= 50)
    if (open && !ownSubject && !(orders && (capital || (long && timed)))) {
      open.end = clause.end
      dated ||= datedHere
      continue
    }
    open = { start: clause.start, end: clause.end, tokens, frame }
    dated = datedHere
    pieces.push(open)
  }
  return pieces.map((piece) => {
    const tokens = listTokens(source, piece.start, piece.end)
    return { ...piece, tokens, frame: readFrame(tokens) }
  })
}
