import {
  afterAdverbial,
  behindListOpening,
  type ClauseFrame,
  type Frame,
  imperativeAt,
  isAdverbial,
  MODALS,
  nextComma,
  skipConnectives,
  STRONG_STARTS,
} from '#core/reading/clause-parts.ts'
import { CONDITIONS, HENCEFORTH, PERSONS, PURPOSES, SAYINGS, TOP_PERSONS } from '#core/reading/clause-words.ts'
import type { Span } from '#core/reading/source-text.ts'
import type { Token } from '#core/reading/tokens.ts'
import { findNamedUnits, type NamedUnits, namesUnit } from '#core/reading/units-named.ts'
import { CONCRETE_VERBS, ORDER_VERBS, PAST_SIGNS, PREDICATES, VERB_MODIFIERS } from '#core/reading/vocabulary.ts'

/** In words. */
const LONGEST_TITLE = 14

/**
 * Reads one clause: who is obliged, from where the verb runs, and whether it orders, tells what was, or quotes somebody.
 * Introductions ("Trên cơ sở …,", "Trong quá trình …,") are passed over comma by comma; linear in the clause.
 */
export function readFrame(tokens: readonly Token[], at = 0): ClauseFrame {
  const frame = readClause(tokens, at)
  return { ...frame, predicate: behindListOpening(tokens, frame.predicate) }
}

function readClause(tokens: readonly Token[], at: number): ClauseFrame {
  const none: ClauseFrame = {
    lead: [],
    predicate: tokens.length,
    order: undefined,
    speaker: undefined,
    modal: undefined,
    past: false,
    conditional: false,
    from: at,
  }
  const start = skipConnectives(tokens, at)
  const condition = tokens.slice(start, start + 16).some((t) => t.low === 'nếu')
  const purpose = condition || PURPOSES.has(tokens, start)
  const direct = purpose ? undefined : (behindTitle(tokens, start) ?? frameAt(tokens, start))
  if (direct) return { ...none, ...direct, from: start }
  const obliged = purpose ? undefined : beforeComma(tokens, start)
  if (obliged) return { ...none, ...obliged, from: start }
  let from = start
  let conditional = false
  let imperative: ClauseFrame | undefined
  const isVerbal = PREDICATES.has(tokens, start)
  for (let tries = 0; tries < 10 && from < tokens.length; tries++) {
    if (CONDITIONS.has(tokens[from]?.low ?? '')) conditional = true
    const comma = nextComma(tokens, from)
    if (comma < 0) break
    if (tokens.slice(from, comma).some((t) => CONDITIONS.has(t.low))) conditional = true
    from = skipConnectives(tokens, comma + 1)
    const frame = frameAt(tokens, from)
    if (!frame) continue
    const whole = { ...none, ...frame, conditional, from }
    if (frame.past && frame.lead.length > 0) return whole
    if (!purpose || frame.speaker || frame.order || frame.modal) return whole
    if (frame.lead.length > 0 && (!isVerbal || STRONG_STARTS.has(tokens, frame.predicate))) return whole
    if (frame.lead.length > 0) continue
    imperative ??= whole
    if (tokens[from]?.low === 'phối') break
  }
  if (PREDICATES.has(tokens, start) && purpose && !/^(?:để|nhằm|với|qua)$/u.test(tokens[start]?.low ?? '')) {
    const frame = imperativeAt(tokens, start)
    if (frame) return { ...none, ...frame, conditional, from: start }
  }
  return imperative ?? { ...none, conditional }
}

/** "Thanh tra an toàn: Ủy ban nhân dân các huyện làm đầu mối …": a title of its own before the clause, though its first word is a verb. */
function behindTitle(tokens: readonly Token[], at: number): Frame | undefined {
  if (!CONCRETE_VERBS.has(tokens, at)) return undefined
  const colon = nextComma(tokens, at)
  if (tokens[colon]?.low !== ':' || colon > at + LONGEST_TITLE) return undefined
  const frame = frameAt(tokens, colon + 1)
  return frame && frame.lead.length > 0 && !frame.past && !frame.speaker ? frame : undefined
}

/** "Chậm nhất trong ngày … phải hoàn thành …": the modal stands behind the time, with nobody named. */
function beforeComma(tokens: readonly Token[], at: number): Frame | undefined {
  for (let i = at; i < tokens.length && i < at + 30; i++) {
    const low = tokens[i]?.low ?? ''
    if (/^[,:;(]$/u.test(low)) return undefined
    if (i > at && namesUnit(tokens, i)) return undefined
    if (i > at && MODALS.has(tokens, i) && low !== 'chịu') return imperativeAt(tokens, i)
  }
  return undefined
}

function frameAt(tokens: readonly Token[], at: number): Frame | undefined {
  const order = orderAt(tokens, at)
  const word = wordsOf(tokens, at, order?.length ?? 0)
  if (order && word !== 'chỉ đạo' && word !== 'lưu ý') {
    const named = orderedUnits(tokens, at + order.length)
    if (named) return behindNames(tokens, named, word, undefined)
    if (order.taught) {
      const frame = imperativeAt(tokens, afterOpening(tokens, at + order.length))
      return frame && { ...frame, order: word }
    }
    if (word !== 'yêu cầu' && word !== 'giao' && word !== 'đề nghị') return undefined
  }
  const named = namesUnit(tokens, at) ? findNamedUnits(tokens, at) : findPerson(tokens, at)
  if (named) {
    const spoken = findSpeech(tokens, named, at)
    if (spoken) return spoken
    const frame = behindNames(tokens, named, undefined, undefined)
    if (frame) return frame
  }
  if (isAdverbial(tokens, at)) return undefined
  return imperativeAt(tokens, at)
}

/** Words that order, of the language or of the office's dictionary. */
function orderAt(tokens: readonly Token[], at: number): { length: number; taught: boolean } | undefined {
  const found = ORDER_VERBS.findAt(tokens, at)
  const taught = tokens[at]?.order ?? 0
  if (taught > (found?.length ?? 0)) return { length: taught, taught: true }
  return found && { length: found.length, taught: false }
}

function afterOpening(tokens: readonly Token[], at: number): number {
  return /^[,:"“]$/u.test(tokens[at]?.low ?? '') ? at + 1 : at
}

/** "…; giao [cho] Sở Tài chính", "đề nghị các đồng chí …": the bodies behind the verb of an order. */
function orderedUnits(tokens: readonly Token[], at: number): NamedUnits | undefined {
  let i = at
  if (/^(?:cho|:|với)$/u.test(tokens[i]?.low ?? '')) i++
  if (tokens[i]?.low === ',') i++
  if (tokens[i]?.low === ':') i++
  i += HENCEFORTH.findAt(tokens, i)?.length ?? 0
  if (tokens[i]?.low === ',') i++
  return findNamedUnits(tokens, i)
}

function findPerson(tokens: readonly Token[], at: number): NamedUnits | undefined {
  const person = PERSONS.findAt(tokens, at)
  if (!person) return undefined
  let next = at + person.length
  while (
    next < tokens.length &&
    next < at + 24 &&
    (tokens[next]?.capital ||
      /^(?:tỉnh|nước|xã|huyện|-|ubnd|của|bộ|,|đảng|an|ủy|ban|phòng)$/u.test(tokens[next]?.low ?? '')) &&
    orderAt(tokens, next) === undefined
  )
    next++
  const first = tokens[at]
  const last = tokens[next - 1]
  return first && last ? { units: [{ start: first.start, end: last.end }], next } : undefined
}

/** "Thủ tướng yêu cầu Bộ Công an …": the one who speaks is not the one obliged. */
function findSpeech(tokens: readonly Token[], speaker: NamedUnits, at: number): Frame | undefined {
  let i = speaker.next
  while (i < tokens.length && i < speaker.next + 12) {
    const t = tokens[i]
    if (!t || t.low === '.' || t.low === ';') return undefined
    const said = SAYINGS.findAt(tokens, i)
    if (said && PERSONS.has(tokens, at)) return spokenFrame(tokens, speaker, i + said.length)
    if (
      t.order === undefined &&
      /^(?:đã|cũng|tiếp|tục|nhấn|mạnh|thống|nhất|và|,|lưu|ý|chỉ|rõ|nêu|phát|biểu|kết|luận|đồng|thời|trực|tiếp|còn|đặc|biệt|biểu|dương|đánh|giá|ghi|nhận|cao)$/u.test(
        t.low,
      ) &&
      !/^(?:yêu cầu|đề nghị)$/u.test(t.low)
    ) {
      if (t.low !== 'chỉ' || !/^(?:đạo|thị)$/u.test(tokens[i + 1]?.low ?? '')) {
        i++
        continue
      }
    }
    const order = orderAt(tokens, i)
    if (!order) return undefined
    const word = wordsOf(tokens, i, order.length)
    const isPerson = PERSONS.has(tokens, at)
    if (
      !/^(?:yêu cầu|đề nghị|giao|kêu gọi|lưu ý|giao nhiệm vụ|giao nhiệm vụ cho|phân công|đòi hỏi|chỉ thị)$/u.test(
        word,
      ) &&
      !isPerson &&
      !order.taught
    )
      return undefined
    if (word === 'chỉ đạo' && !TOP_PERSONS.has(tokens, at)) return undefined
    const span = speakerSpan(speaker)
    const named = orderedUnits(tokens, i + order.length)
    if (named) return behindNames(tokens, named, word, span)
    let next = i + order.length
    if (/^[,:"“]$/u.test(tokens[next]?.low ?? '')) next++
    const frame = imperativeAt(tokens, next)
    if (!frame && word === 'chỉ đạo') return undefined
    return { ...(frame ?? { lead: [], predicate: i, modal: undefined, past: false }), order: word, speaker: span }
  }
  return undefined
}

function speakerSpan(speaker: NamedUnits): Span | undefined {
  const first = speaker.units[0]
  const last = speaker.units.at(-1)
  return first && last ? { start: first.start, end: last.end } : undefined
}

/** "Tổng Bí thư chỉ rõ, từng đồng chí … phải …": what is said is read as a clause of its own. */
function spokenFrame(tokens: readonly Token[], speaker: NamedUnits, at: number): Frame | undefined {
  let i = at
  while (/^[,:"“]$|^rằng$/u.test(tokens[i]?.low ?? '')) i++
  const frame = frameAt(tokens, i)
  const span = speakerSpan(speaker)
  if (frame) return { ...frame, speaker: frame.speaker ?? span }
  const ordered = laterOrder(tokens, i, span)
  if (ordered) return ordered
  return { lead: [], predicate: tokens.length, order: undefined, speaker: span, modal: undefined, past: false }
}

/** "… biểu dương những kết quả đạt được, đồng thời yêu cầu Sở Y tế …": the order comes later in what is said. */
function laterOrder(tokens: readonly Token[], from: number, speaker: Span | undefined): Frame | undefined {
  for (let i = from + 1; i < tokens.length && i < from + 80; i++) {
    if (!/^(?:,|và|thời)$/u.test(tokens[i - 1]?.low ?? '') || !/^(?:yêu|đề|giao)$/u.test(tokens[i]?.low ?? '')) continue
    const order = ORDER_VERBS.findAt(tokens, i)
    const named = order ? orderedUnits(tokens, i + order.length) : undefined
    if (order && named) return behindNames(tokens, named, wordsOf(tokens, i, order.length), speaker)
  }
  return undefined
}

function wordsOf(tokens: readonly Token[], at: number, length: number): string {
  return tokens
    .slice(at, at + length)
    .map((t) => t.low)
    .join(' ')
}

/** Behind the names: adverbials are passed over, then a verb must come. */
function behindNames(
  tokens: readonly Token[],
  named: NamedUnits,
  order: string | undefined,
  speaker: Span | undefined,
): Frame | undefined {
  let i = named.next
  if (tokens[i]?.low === 'nào') {
    const then = tokens.findIndex((t, k) => k > i && k < i + 40 && (t.low === 'phải' || t.low === 'thì'))
    if (then > 0) i = tokens[then]?.low === 'thì' ? then + 1 : then
  }
  if (/^[-–]$/u.test(tokens[i]?.low ?? '') && /^(?:cơ|đơn|thường|là)$/u.test(tokens[i + 1]?.low ?? '')) {
    // "Sở Y tế - cơ quan thường trực Ban Chỉ đạo - chủ trì …"
    const behind = afterAdverbial(tokens, i)
    if (behind > 0) i = behind
  }
  for (let tries = 0; tries < 6 && i < tokens.length; tries++) {
    while (/^[,"“”:]$/u.test(tokens[i]?.low ?? '')) i++
    if (
      tokens[named.next]?.low === ',' &&
      order === undefined &&
      /^(?:hoàn|bảo|đảm|nhất|đặc)$/u.test(tokens[i]?.low ?? '')
    )
      return undefined
    if (tokens[i]?.low === 'có' && tokens[i + 1]?.low === 'liên') break
    if (/^(?:cũng|đều)$/u.test(tokens[i]?.low ?? '') && tokens[i + 1]?.low === 'đã') i++
    if (PAST_SIGNS.has(tokens, i) && !/^(?:vẫn|còn)$/u.test(tokens[i]?.low ?? '')) {
      return { lead: named.units, predicate: i, order, speaker, modal: undefined, past: true }
    }
    const modal = MODALS.findAt(tokens, i)
    if (modal || (PREDICATES.has(tokens, i) && !(isAdverbial(tokens, i) && !VERB_MODIFIERS.has(tokens, i)))) {
      return {
        lead: named.units,
        predicate: i,
        order,
        speaker,
        modal: modal ? wordsOf(tokens, i, modal.length) : undefined,
        past: false,
      }
    }
    if (tokens[named.next]?.low === ':' && i > named.next && tokens[i]?.kind === 'word' && !namesUnit(tokens, i)) {
      return { lead: named.units, predicate: i, order, speaker, modal: undefined, past: false }
    }
    if (!isAdverbial(tokens, i)) break
    const next = afterAdverbial(tokens, i)
    if (next < 0) break
    i = next
  }
  return order === undefined
    ? undefined
    : { lead: named.units, predicate: i, order, speaker, modal: undefined, past: false }
}
