import type { Anchor } from '#core/reading/dates-written.ts'
import { listTimes } from '#core/reading/deadline.ts'
import type { Draft, DraftContext, Piece } from '#core/reading/draft.ts'
import { bareSpan, type Sentence } from '#core/reading/sentences.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'
import { readFrame } from '#core/reading/subject.ts'
import { listTokens } from '#core/reading/tokens.ts'
import { namesUnit } from '#core/reading/units-named.ts'
import { CONCRETE_VERBS } from '#core/reading/vocabulary.ts'

/** A sentence is one piece unless a clause has its own subject, or a clause before it is closed by its own date. */
export function splitSentence(context: DraftContext, sentence: Sentence): Piece[] {
  const { source, anchor } = context
  const clauses = sentence.clauses.flatMap((clause) => cutBehindDates(context, clause))
  const [only, ...more] = clauses
  if (only && more.length === 0) {
    const tokens = listTokens(source, only.start, only.end)
    return [{ start: only.start, end: only.end, tokens, frame: readFrame(tokens) }]
  }
  const pieces: Piece[] = []
  let open: Piece | undefined
  let dated = false
  for (const clause of clauses) {
    const tokens = listTokens(source, clause.start, clause.end)
    const frame = readFrame(tokens)
    const times = listTimes(source, clause, anchor)
    const datedHere = times.some((t) => t.weight >= 60 && t.iso !== null)
    const orders = frame.predicate < tokens.length
    const ownSubject = frame.lead.length > 0 && orders && !frame.past
    const capital = frame.lead.length === 0 && tokens[0]?.capital === true
    const long = clause.end - clause.start >= 60
    const numbered = /^\((?:\d|[ivx])/u.test(source.flat.slice(clause.start, clause.start + 4))
    // "…; hoàn thiện đề án; trình Ban Thường vụ trước ngày 7/4": the last step of one task, and its date is that of all.
    const closes = !dated && /^(?:để )?trình /u.test(source.low.slice(clause.start, clause.start + 12))
    const timed = dated || times.some((t) => t.weight >= 50)
    if (open && open.frame.predicate >= open.tokens.length && (namesUnit(open.tokens, 0) || listsOrdered(open))) {
      // "Giám đốc các sở; Chủ tịch UBND các xã căn cứ …": the list of those obliged is cut by semicolons.
      const joined = listTokens(source, open.start, clause.end)
      Object.assign(open, { end: clause.end, tokens: joined, frame: readFrame(joined) })
      dated ||= datedHere
      continue
    }
    const ownTime = dated && datedHere && orders && !closes
    if (open && !ownSubject && !ownTime && !(orders && (numbered || capital || (long && timed && !closes)))) {
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

/** "… trình Ủy ban trước ngày 05/7 và báo cáo Bộ trước ngày 10/7": two dates in one clause are two tasks. */
function cutBehindDates({ source, anchor }: DraftContext, clause: Span): Span[] {
  const times = listTimes(source, clause, anchor)
    .filter((t) => t.weight >= 79 && t.iso !== null && t.form !== 'from a day')
    .sort((a, b) => a.start - b.start)
  if (times.length < 2) return [clause]
  const out: Span[] = []
  let from = clause.start
  times.slice(0, -1).forEach((time, i) => {
    const joint = /^,? và (?:đồng thời )?|^, (?:đồng thời )?/u.exec(source.low.slice(time.end, time.end + 20))
    const next = time.end + (joint?.[0].length ?? 0)
    const following = times[i + 1]
    if (!joint || !following || following.iso === time.iso || following.start - next < 8) return
    if (!CONCRETE_VERBS.has(listTokens(source, next, Math.min(next + 60, clause.end)), 0)) return
    if (source.low.startsWith('hoàn thành', next)) return
    out.push({ start: from, end: time.end })
    from = next
  })
  return [...out, { start: from, end: clause.end }]
}

/** "Yêu cầu Thủ trưởng các sở, ngành; Chủ tịch UBND các xã …": those ordered, and no verb yet. */
function listsOrdered({ frame }: Piece): boolean {
  return frame.order !== undefined && frame.lead.length > 0
}

/** "… kinh tế số. Hoàn thành trong tháng 8 năm 2021.": a sentence that only dates the one before. */
export function closesBefore(
  source: SourceText,
  piece: Piece,
  before: Draft | undefined,
  paragraph: number,
  anchor: Anchor,
): boolean {
  if (!before || before.paragraph !== paragraph) return false
  if (
    !/^(?:hoàn thành|thời gian|thời hạn|xong)[^,]{0,30} (?:trước|trong|vào|quý|tháng|năm|chậm nhất|đến)/u.test(
      source.low.slice(piece.start, piece.end),
    )
  )
    return false
  const time = listTimes(source, piece, anchor).find((t) => t.weight >= 60)
  if (!time || before.times.some((t) => t.weight >= 60)) return false
  // Words of the time itself may be many: "hoàn thành trong thời gian từ ngày 12 tháng 10 đến hết ngày 31 tháng 10 năm 2026".
  if (piece.end - piece.start > 70 && piece.end - piece.start - (time.end - time.start) > 20) return false
  before.times = [time, ...before.times]
  before.end = bareSpan(source, piece).end
  return true
}
