import type { Span } from '#core/reading/source-text.ts'
import { Phrases, type Token } from '#core/reading/tokens.ts'
import { namesUnit } from '#core/reading/units-named.ts'
import {
  ADVERBIAL_OPENINGS,
  CONCRETE_VERBS,
  CONNECTIVES,
  PAST_SIGNS,
  PREDICATES,
  SOFT_VERBS,
  VERB_MODIFIERS,
} from '#core/reading/vocabulary.ts'

/** Who a clause obliges, and from where its verb runs. */
export interface ClauseFrame {
  /** The bodies obliged, as the clause itself names them. */
  lead: Span[]
  /** Index of the first token of the predicate; the clause has none when it equals the number of tokens. */
  predicate: number
  /** "giao", "yêu cầu", "đề nghị": the clause orders in so many words. */
  order: string | undefined
  /** Someone who is quoted as ordering: "Thủ tướng yêu cầu". */
  speaker: Span | undefined
  modal: string | undefined
  past: boolean
  /** "nếu", "trường hợp": the duty hangs on a condition. */
  conditional: boolean
  /** Index of the first token of the clause proper, behind connectives and introductions. */
  from: number
}

export type Frame = Omit<ClauseFrame, 'conditional' | 'from'>

export const MODALS = new Phrases({
  modal: `có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|cần phải|cần|phải|sẽ|nên|không được|chịu trách nhiệm chính`,
})
/** Behind "theo chức năng, nhiệm vụ được giao": the next modal, or the next verb that begins a predicate. */
export function afterAdverbial(tokens: readonly Token[], at: number): number {
  let depth = 0
  for (let i = at + 1; i < tokens.length && i < at + 70; i++) {
    const low = tokens[i]?.low ?? ''
    if (low === '(') depth++
    if (low === ')') depth--
    if (depth > 0) continue
    if (low === ';' || low === '.') return -1
    if (low === ',' && i > at + 1) {
      const next = tokens[i + 1]
      if (next && (PREDICATES.has(tokens, i + 1) || isAdverbial(tokens, i + 1)) && !next.capital) return i + 1
      continue
    }
    if (MODALS.has(tokens, i) && i > at + 2 && !/^(?:được|đã)$/u.test(tokens[i - 1]?.low ?? '')) return i
    if (
      i > at + 1 &&
      STRONG_STARTS.has(tokens, i) &&
      !/^(?:được|đã|việc|các|công|tác|và|quan|của|về|ban)$/u.test(tokens[i - 1]?.low ?? '')
    )
      return i
  }
  return -1
}

export const STRONG_STARTS = new Phrases({
  start: `chủ trì|chủ động|khẩn trương|tiếp tục|tập trung|có trách nhiệm|chịu trách nhiệm|kịp thời|phối hợp|thường xuyên|nghiêm túc|xây dựng kế hoạch|tăng cường|rà soát|tổ chức|tham mưu|chỉ đạo|hướng dẫn|triển khai thực hiện|báo cáo|theo dõi|đề xuất|ban hành|nghiên cứu|bố trí|đẩy mạnh|tích cực|tổng hợp|quyết định|đôn đốc|kiểm tra`,
})

/** What begins as a verb does and is a noun. */
const NOUN_OPENINGS = new Phrases({
  noun: `cấp độ|cấp ủy|giao thông|giao dịch|thu nhập|chi phí|có thể thấy|làm rõ thêm|trực thuộc|phòng họp|mở đầu|xuất nhập khẩu`,
})

export function imperativeAt(tokens: readonly Token[], at: number): Frame | undefined {
  if (!tokens[at]) return undefined
  const past = PAST_SIGNS.has(tokens, at)
  if (past) return undefined
  if (NOUN_OPENINGS.has(tokens, at)) return undefined
  const modal = MODALS.findAt(tokens, at)
  if (!modal && !PREDICATES.has(tokens, at) && !CONCRETE_VERBS.has(tokens, at) && !SOFT_VERBS.has(tokens, at))
    return undefined
  return {
    lead: [],
    predicate: at,
    order: undefined,
    speaker: undefined,
    modal: modal
      ? tokens
          .slice(at, at + modal.length)
          .map((t) => t.low)
          .join(' ')
      : undefined,
    past: false,
  }
}

export function isAdverbial(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.low === 'theo' && tokens[at + 1]?.low === 'dõi') return false
  return ADVERBIAL_OPENINGS.has(tokens, at)
}

export function skipConnectives(tokens: readonly Token[], at: number): number {
  let i = at
  for (let tries = 0; tries < 6; tries++) {
    while (
      i < tokens.length &&
      (tokens[i]?.kind === 'sign' || (tokens[i]?.kind === 'number' && /[)/.]/u.test(tokens[i + 1]?.low ?? '')))
    )
      i++
    if (tokens[i]?.order !== undefined) return i
    const found = CONNECTIVES.findAt(tokens, i)
    const rhythm = VERB_MODIFIERS.findAt(tokens, i)
    if (found) i += found.length
    else if (rhythm && tokens[i + rhythm.length]?.low === ',' && namesUnit(tokens, i + rhythm.length + 1))
      i += rhythm.length + 1
    else return i
  }
  return i
}

/** "… thực hiện tốt các nhiệm vụ trọng tâm: Tổ chức …; mở …": what is asked for begins behind the colon. */
export function behindListOpening(tokens: readonly Token[], predicate: number): number {
  for (let i = predicate + 2; i < tokens.length - MIN_LISTED && i < predicate + 60; i++) {
    if (tokens[i]?.low !== ':') continue
    const before = tokens
      .slice(Math.max(predicate, i - 9), i)
      .map((t) => t.low)
      .join(' ')
    if (!LIST_OPENING.test(before)) return predicate
    const next = tokens[i + 1]?.low === '-' ? i + 2 : i + 1
    return PREDICATES.has(tokens, next) || CONCRETE_VERBS.has(tokens, next) ? next : predicate
  }
  return predicate
}

const MIN_LISTED = 5
const LIST_OPENING = /(?:nhiệm vụ|nội dung|giải pháp|công việc|vấn đề|yêu cầu|công tác|việc)(?: \S+){0,4}$/u

export function nextComma(tokens: readonly Token[], at: number): number {
  let depth = 0
  for (let i = at; i < tokens.length; i++) {
    const low = tokens[i]?.low ?? ''
    if (low === '(') depth++
    else if (low === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (low === ',' || low === ':' || low === 'thì')) return i
  }
  return -1
}
