import { MODALS } from '#core/reading/clause-parts.ts'
import type { FoundTime } from '#core/reading/deadline.ts'
import type { Draft } from '#core/reading/draft.ts'
import { bareSpan } from '#core/reading/sentences.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'
import { Phrases, type Token } from '#core/reading/tokens.ts'
import { findNamedUnits, namesUnit } from '#core/reading/units-named.ts'
import { CONCRETE_VERBS, PREDICATES, SOFT_VERBS } from '#core/reading/vocabulary.ts'

/** How eagerly something is to be done: before the verb these say nothing about what. */
const MANNERS = new Phrases({
  manner: `tiếp tục|tập trung|chủ động|khẩn trương|kịp thời|thường xuyên|nghiêm túc|tích cực|định kỳ|trực tiếp|sớm|nhanh chóng|ngay|đồng thời|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|hằng tuần|hàng tuần|hằng ngày|hàng ngày`,
})
/** What may stand between an act and its date: "…, hoàn thành trong tháng 10". */
const BEFORE_DATE =
  /(?:[ ,;(–-]+(?:và )?(?:phải )?(?:hoàn thành|hoàn tất|xong|thời gian(?: thực hiện| hoàn thành)?:?|thời hạn:?|thực hiện))?[ ,;(:–-]*$/u
const LEAST_LENGTH = 8

/**
 * What is to be done: from its verb to the end of the clause, without who presides and cooperates ("Chủ trì, phối hợp với Bộ Xây
 * dựng …"), without manner ("khẩn trương") and without the date where these stand before or behind the act. Always inside the quote.
 */
export function actionSpan(source: SourceText, draft: Draft, time: FoundTime | undefined): Span {
  const { tokens, frame } = draft
  const whole = bareSpan(source, draft.task ?? draft)
  const last = tokens.at(-1)
  const first = tokens[frame.predicate]
  if (!first || !last) return withoutDate(source, whole, time)
  const clauseEnd = Math.min(endOfClause(tokens, frame.predicate) ?? last.end, whole.end)
  const start = tokens[afterLeadIn(tokens, frame.predicate, clauseEnd, time)]?.start ?? first.start
  const bare = withoutDate(source, bareSpan(source, { start, end: Math.max(clauseEnd, first.end) }), time)
  if (says(source, bare)) return bare
  // "Tại nhà ga …, hoàn thành trong năm 2025": the only verb belongs to the date.
  const before = withoutDate(source, whole, time)
  return says(source, before) ? before : whole
}

/** Whether more is left than the word of completion. */
function says(source: SourceText, span: Span): boolean {
  return (
    span.end - span.start >= LEAST_LENGTH &&
    !/^(?:phải )?(?:hoàn thành|hoàn tất|xong)$/u.test(source.low.slice(span.start, span.end))
  )
}

function endOfClause(tokens: readonly Token[], predicate: number): number | undefined {
  for (let i = predicate + 1; i < tokens.length; i++) {
    const t = tokens[i]
    if (t?.low === ';' || (t?.low === '.' && tokens[i + 1]?.start !== t.end)) return t.start
  }
  return undefined
}

/** The index of the first token of the act itself. */
function afterLeadIn(tokens: readonly Token[], from: number, end: number, time: FoundTime | undefined): number {
  let at = from
  for (let tries = 0; tries < 8; tries++) {
    const next = skipOne(tokens, at, time)
    if (next === at || !tokens[next] || (tokens[next]?.start ?? end) >= end) return at
    at = next
  }
  return at
}

function skipOne(tokens: readonly Token[], at: number, time: FoundTime | undefined): number {
  const t = tokens[at]
  if (!t) return at
  if (time && t.start >= time.start && t.start < time.end && time.start - t.start < 2) {
    let i = at
    while (tokens[i] && (tokens[i]?.start ?? 0) < time.end) i++
    return isVerb(tokens, afterSigns(tokens, i)) ? afterSigns(tokens, i) : at
  }
  const modal = MODALS.findAt(tokens, at)
  const manner = MANNERS.findAt(tokens, at)
  const presides = t.low === 'chủ' && tokens[at + 1]?.low === 'trì' ? 2 : 0
  const length = manner?.length ?? (t.low === 'không' ? 0 : (modal?.length ?? presides))
  if (length > 0) {
    const next = afterSigns(tokens, at + length)
    return isVerb(tokens, next) || isCooperation(tokens, next) ? next : at
  }
  return isCooperation(tokens, at) ? afterCooperation(tokens, at) : at
}

function isVerb(tokens: readonly Token[], at: number): boolean {
  return (
    PREDICATES.has(tokens, at) ||
    CONCRETE_VERBS.has(tokens, at) ||
    SOFT_VERBS.has(tokens, at) ||
    MANNERS.has(tokens, at)
  )
}

function isCooperation(tokens: readonly Token[], at: number): boolean {
  const low = tokens[at]?.low
  return (
    (low === 'phối' && tokens[at + 1]?.low === 'hợp') ||
    (low === 'cùng' && (tokens[at + 1]?.low === 'với' || namesUnit(tokens, at + 1)))
  )
}

/** Behind "phối hợp (chặt chẽ) với" and its bodies, where a verb follows; else to cooperate is the act. */
function afterCooperation(tokens: readonly Token[], at: number): number {
  let i = tokens[at]?.low === 'cùng' ? at + 1 : at + 2
  while (
    i < at + 8 &&
    !tokens[i]?.capital &&
    /^(?:chặt|chẽ|đồng|bộ|thường|xuyên|,|và|tốt|với|cùng|hiệu|quả)$/u.test(tokens[i]?.low ?? '')
  )
    i++
  const named = findNamedUnits(tokens, i, true)
  if (!named) return at
  let next = afterSigns(tokens, named.next)
  if (tokens[next]?.low === 'trong' && tokens[next + 1]?.low === 'việc') next += 2
  return isVerb(tokens, next) ? next : at
}

function afterSigns(tokens: readonly Token[], at: number): number {
  let i = at
  while (/^[,:"“]$/u.test(tokens[i]?.low ?? '')) i++
  return i
}

function withoutDate(source: SourceText, span: Span, time: FoundTime | undefined): Span {
  let { end } = span
  if (time && time.start > span.start && time.start < end && restIsBare(source, time.end, end)) {
    const before = source.low.slice(span.start, time.start)
    end = time.start - (BEFORE_DATE.exec(before)?.[0].length ?? 0)
    if (end - span.start < LEAST_LENGTH) return span
  }
  return bareSpan(source, { start: span.start, end })
}

function restIsBare(source: SourceText, from: number, to: number): boolean {
  return to <= from || /^[ ,;.:)/]*(?:\([^()]*\)?)?[ .]*$/u.test(source.flat.slice(from, to))
}
