import type { Anchor } from '#core/reading/dates-written.ts'
import { readPeriodEnd } from '#core/reading/dates-written.ts'
import { findCampaign } from '#core/reading/campaign.ts'
import { listTimes } from '#core/reading/deadline.ts'
import type { DraftContext } from '#core/reading/draft.ts'
import { listQuantities, type Quantity, readNumber } from '#core/reading/quantity.ts'
import type { Evidence, Passage, ProposedTarget } from '#core/reading/reading.ts'
import type { TargetRule } from '#core/reading/rules.ts'
import { directionOf, indicatorOf } from '#core/reading/indicator.ts'
import { listSentences } from '#core/reading/sentences.ts'
import { type SourceText, type Span, trimSpan, wording } from '#core/reading/source-text.ts'
import { clauseAround } from '#core/reading/target-clause.ts'
import { listTableTargets } from '#core/reading/target-tables.ts'
import type { Row } from '#core/reading/tables.ts'

const GOAL = /phấn đấu|mục tiêu|chỉ tiêu|quyết tâm|kéo giảm|đặt ra|đề ra|nhiệm vụ quan trọng/u
const FLOOR = /ít nhất|tối thiểu|trở lên|không quá|không dưới|không thấp hơn|≥|≤/u
const DONE =
  /(?:^|[ ,(])(?:đã|đang|đến nay|hiện nay|hiện có|ước đạt|ước|so với cùng kỳ|cùng kỳ|chiếm|chỉ đạt|bình quân chung của cả nước|vừa qua|cho thấy|vượt chỉ tiêu|tính đến|lũy kế|thấp hơn mức|trong đó có)(?=[ ,:])/u
/** Among the targets, "trong đó có" and "lũy kế" are targets too. */
const DONE_BY_NOW = /(?:^|[ ,(])(?:đã|đang|hiện nay|hiện có|ước đạt|cùng kỳ|vừa qua|chỉ đạt)(?=[ ,:])/u
const COMPARED = /(?:so với|so) (?:cùng kỳ|(?:tháng|quý|năm) trước)/u
/** "… đạt 98%", "làm sạch 100% …": the level of a task. */
const LEVEL_ASKED =
  /(?:^| )(?:đạt|bảo đảm|đảm bảo|cấp|kích hoạt|làm sạch|số hóa|phủ sóng|xử lý|giải quyết|kết nối|tiêm)(?: \S+){0,2} \d/u
const NOT_A_LEVEL =
  /hỗ trợ (?:\d|100%|một phần|lãi|kinh phí|tối đa|mức)|lãi suất|mức (?:hỗ trợ|phạt|thu|lương|chi|trợ cấp|đóng)|vay|quỹ đất|kinh phí|tổng mức đầu tư|vốn điều lệ|từ \d+ tuổi|tuổi trở lên|phạt tiền|trong vòng|thuế suất|diện tích (?:dưới|trên|từ)/u

/** Levels that somebody has to reach, with a number: from the sentences, and from tables of indicators. */
export function listTargets(
  context: DraftContext,
  passages: readonly Passage[],
  rows: readonly Row[],
): ProposedTarget[] {
  const { source, placed, outlined, anchor } = context
  const out: ProposedTarget[] = listTableTargets(source, rows, passages, anchor)
  const campaign = findCampaign(source, anchor)
  let term: string | null = null
  let goalPeriod: { parent: number; due: string } | undefined
  for (const p of placed) {
    const o = outlined[p.index]
    if (!o || p.row || o.role === 'noise') continue
    if (!hasQuantity(source, p) && o.section !== 'targets') continue
    let goal = o.section === 'targets'
    let due: string | null =
      goalPeriod && goalPeriod.parent === p.parent
        ? goalPeriod.due
        : (term ?? campaign?.iso ?? headingYear(context, p.parent))
    for (const sentence of listSentences(source, p.body, p.end)) {
      const low = source.low.slice(sentence.start, sentence.end)
      if (GOAL.test(low)) goal = true
      const quantities = listQuantities(source, sentence)
      const counts = listCounts(source, sentence)
      const told = sentenceDue(source, sentence, anchor)
      if (told?.startsWith('nhiệm kỳ')) term = told
      else due = told ?? due
      due ??= term
      if (due !== null && o.section === 'targets') goalPeriod = { parent: p.parent, due }
      let from = sentence.start
      let last: Span | undefined
      const levels = [...quantities, ...counts].filter((q) => q.unit !== 'tuổi' || low.includes('tuổi thọ'))
      for (const q of levels.sort((a, b) => a.start - b.start)) {
        const clause = clauseAround(source, sentence, q, from)
        const words = source.low.slice(clause.start, clause.end)
        const before = source.low.slice(clause.start, Math.max(clause.start, q.start))
        const follows = last !== undefined && clause.start - last.end < 4
        const verdict = judge(words, before, q, { goal, section: o.section, sentence: low.slice(0, 1200), follows })
        if (verdict.confidence >= 0.5) {
          last = clause
          out.push(toTarget(source, q, clause, due, anchor, passages[p.index]?.id ?? null, verdict))
          from = clause.end
        }
        if (verdict.confidence >= 0.5 || quantities.length > 1) from = Math.max(from, q.end)
      }
    }
  }
  return out.sort((a, b) => a.start - b.start || a.spans.value.start - b.spans.value.start)
}

const TERM_OR_COUNT = /nhiệm kỳ \d{4}|mỗi (?:\p{L}+ ){1,4}(?:chọn|có|xây dựng|thành lập|tối thiểu|ít nhất|đạt)/u

function hasQuantity(source: SourceText, span: Span): boolean {
  const low = source.low.slice(span.start, span.end)
  return (/\d/u.test(low) && listQuantities(source, span).length > 0) || TERM_OR_COUNT.test(low)
}

/** "CHỈ TIÊU CHỦ YẾU NĂM 2026": the year of the heading. */
function headingYear({ source, placed, outlined, anchor }: DraftContext, parent: number): string | null {
  for (let at = parent; at >= 0; at = placed[at]?.parent ?? -1) {
    const heading = placed[at]
    if (!heading || outlined[at]?.section !== 'targets') continue
    const year = /năm (?:19|20)\d{2}[ .:]*$/u.exec(source.low.slice(heading.body, heading.end))
    if (year) return readPeriodEnd(year[0], anchor)
  }
  return null
}

/** "mỗi phường chọn một khu phố …": a count per body, as a level to reach. */
function listCounts(source: SourceText, sentence: Span): Quantity[] {
  const low = source.low.slice(sentence.start, sentence.end)
  const out: Quantity[] = []
  for (const m of low.matchAll(
    /mỗi (?!giờ|ngày|năm|tháng|lần)(?:\p{L}+ ){1,4}(?:chọn|có|xây dựng|thành lập|tối thiểu có|ít nhất có|có ít nhất|có tối thiểu|đạt)(?: ít nhất| tối thiểu)? (một|hai|ba|\d{1,3}) (\p{L}+(?: \p{L}+)?)/gu,
  )) {
    const value = readNumber(m[1] ?? '')
    if (value === undefined) continue
    const end = sentence.start + m.index + m[0].length
    const number = end - (m[1] ?? '').length - 1 - (m[2] ?? '').length
    const least = /ít nhất|tối thiểu/u.test(m[0])
    out.push({
      start: sentence.start + m.index,
      end,
      value,
      max: null,
      unit: m[2] ?? '',
      percent: false,
      number: { start: number, end: number + (m[1] ?? '').length },
      comparator: least ? '>=' : '=',
      compared: true,
      counted: true,
    })
  }
  return out
}

interface Verdict {
  confidence: number
  evidence: Evidence[]
}

function judge(
  words: string,
  before: string,
  q: Quantity,
  where: { goal: boolean; section: string; sentence: string; follows: boolean },
): Verdict {
  const evidence: Evidence[] = []
  let points = -1.2
  const add = (rule: TargetRule, n: number): void => {
    points += n
    evidence.push({ field: 'target', rule: `${n > 0 ? '+' : '-'} ${rule}` })
  }
  if (GOAL.test(words)) add('goal word in the clause', 2.2)
  else if (where.goal) add('goal word before', q.percent ? 1.4 : 0.5)
  if (FLOOR.test(words)) add('floor or ceiling', 1.2)
  if (q.percent) add('percentage', 0.5)
  if (q.percent && /^(?:tỷ lệ|tỉ lệ|tốc độ|tăng|giảm)/u.test(words)) add('rate as subject', 1)
  if (words.startsWith('mỗi ')) add('count for each', 2)
  if (/100 ?%/u.test(words) && /(?:hoàn thành|thực hiện|bảo đảm|đảm bảo|đạt)/u.test(words)) add('all of them', 0.8)
  if (
    /(?:^| )(?:đón|thu hút|đào tạo|hoàn thành|xây dựng|phát triển|trồng|kết nạp|giải quyết việc làm|bổ sung)(?: |$)/u.test(
      words,
    ) &&
    where.goal
  )
    add('achievement', 0.8)
  if (where.section === 'tasks' && q.percent && LEVEL_ASKED.test(words)) add('a level asked for', 1.4)
  if (/(?:^| )(?:tiết kiệm|cắt giảm|kéo giảm)(?: ít nhất| tối thiểu| thêm| từ)? \d/u.test(words))
    add('a cut asked for', 1.2)
  if (where.section === 'targets') add('among the targets', q.percent ? 0.8 : 2.2)
  if (/duy trì|giữ ổn định|ổn định ở mức/u.test(words) && q.percent) add('a level to keep', 1.8)
  if (where.follows) add('goes on from a target', 1.2)
  const done = where.section === 'targets' ? DONE_BY_NOW : DONE
  if (done.test(before) || where.section === 'past') add('a result', -3)
  else if (COMPARED.test(words) && !GOAL.test(words) && where.section !== 'targets') add('compared with what was', -2)
  else if (done.test(where.sentence.slice(0, 80)) || /chưa đạt|tồn tại, hạn chế/u.test(where.sentence))
    add('the sentence reports', -2)
  if (NOT_A_LEVEL.test(words)) add('a sum or a condition', -2.5)
  if (!q.percent && !q.compared && !GOAL.test(words)) add('a bare count', -1.2)
  if (/trường hợp cần thiết/u.test(where.sentence.slice(0, 40))) add('a permission', -3)
  if (/tuổi|ngày|tháng$/u.test(q.unit)) add('not a measure', -3)
  return { confidence: Math.round((1 / (1 + Math.exp(-points * 1.3))) * 100) / 100, evidence }
}

function toTarget(
  source: SourceText,
  q: Quantity,
  clause: Span,
  due: string | null,
  anchor: Anchor,
  passage: string | null,
  verdict: Verdict,
): ProposedTarget {
  const low = source.low.slice(clause.start, clause.end)
  const before = source.low.slice(clause.start, Math.max(clause.start, q.start))
  const baseline = /(?:so với|so cùng|tính từ|từ mức) [^,.;()]{3,60}/u.exec(low)
  const baselineSpan = baseline
    ? trimSpan(source, clause.start + baseline.index, clause.start + baseline.index + baseline[0].length)
    : null
  const indicator = indicatorOf(source, clause, q)
  const own = listTimes(source, clause, anchor).find((t) => t.iso !== null)
  const ownDue = own?.iso ?? (/năm nay/u.test(low) ? readPeriodEnd('năm nay', anchor) : null) ?? toYear(low, anchor)
  const parenthesis = source.flat.charAt(q.number.start - 1) === '('
  return {
    quote: source.text.slice(clause.start, clause.end),
    ...clause,
    passage,
    indicator: indicator ? wording(source, indicator) : '',
    direction: directionOf(before, low),
    comparator: parenthesis && q.comparator === '=' ? (/vượt/u.test(before) ? '>=' : null) : q.comparator,
    value: q.value,
    value_max: q.max,
    unit: q.unit,
    baseline: baselineSpan ? wording(source, baselineSpan) : null,
    due: ownDue ?? due,
    confidence: verdict.confidence,
    spans: { indicator, value: q.number, baseline: baselineSpan, due: own ? { start: own.start, end: own.end } : null },
    evidence: verdict.evidence,
  }
}

function toYear(low: string, anchor: Anchor): string | null {
  const m = /(?:tới|đến) (20\d\d)(?!\d)/u.exec(low)
  return m ? readPeriodEnd(`năm ${m[1] ?? ''}`, anchor) : null
}

function sentenceDue(source: SourceText, sentence: Span, anchor: Anchor): string | null {
  const low = source.low.slice(sentence.start, sentence.end)
  const term = /(?<!(?:bầu cử|các cấp|quốc hội|hđnd)[^.;]{0,40})nhiệm kỳ (?:19|20)\d{2} ?[-–] ?(?:19|20)\d{2}/u.exec(
    low,
  )
  if (term)
    return wording(source, { start: sentence.start + term.index, end: sentence.start + term.index + term[0].length })
  const time = listTimes(source, sentence, anchor).find((t) => t.iso !== null && t.kind !== 'recurring')
  return time?.iso ?? null
}
