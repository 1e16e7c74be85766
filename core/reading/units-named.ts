import type { Span } from '#core/reading/source-text.ts'
import type { Token } from '#core/reading/tokens.ts'
import {
  AGENTS,
  AGENT_VERBS,
  CLASSES,
  CLOSERS,
  CONTINUING,
  HEADS,
  LOWER_HEADS,
  NAME_WORDS,
  NOT_HEADS,
  OBJECT_OPENINGS,
  ONE_WORD_VERBS,
  PLURALS,
  POLICE_FIELDS,
  RELATIVES,
  STILL_HEADS,
} from '#core/reading/unit-words.ts'
import {
  classEndingAt,
  isBareTitle,
  joinsClasses,
  namesClass,
  namesProper,
  repeatsWord,
  opensClass,
} from '#core/reading/unit-classes.ts'
import { makesNoun, PREDICATES, VERB_MODIFIERS } from '#core/reading/vocabulary.ts'

export interface NamedUnits {
  /** One span for each unit. */
  units: Span[]
  /** Index of the first token behind the names. */
  next: number
}

const MAX_TOKENS = 140

/** Whether the name of a body begins at this token. */
export function namesUnit(tokens: readonly Token[], at: number): boolean {
  const t = tokens[at]
  if (!t) return false
  if (t.name !== undefined) return true
  if (t.kind === 'number')
    return tokens[at + 1]?.kind === 'word' && CLASSES.has(tokens, at + 1) && (tokens[at + 1]?.capital ?? false)
  if (t.kind !== 'word') return false
  if (STILL_HEADS.has(tokens, at)) return true
  if (PLURALS.has(t.low)) {
    const next = tokens[at + 1]
    if (!next || (/^(?:mỗi|từng)$/u.test(t.low) && CONTINUING.findAt(tokens, at + 1)?.tag === 'territory')) return false
    if (CLASSES.has(tokens, at + 1))
      return !/^(?:cấp|dự|vùng|khu|chủ)$/u.test(next.low) || /^(?:ủy|đầu|rừng)$/u.test(tokens[at + 2]?.low ?? '')
    return next.capital && HEADS.has(tokens, at + 1)
  }
  if (t.low === 'tổng' && tokens[at + 1]?.low === 'thể') return false
  if (NOT_HEADS.has(tokens, at)) return false
  if (t.capital && (HEADS.has(tokens, at) || isAcronym(t))) return true
  return LOWER_HEADS.has(tokens, at)
}

/** "VNPT", "BTL": written in capitals; numerals are none. */
function isAcronym(t: Token): boolean {
  const length = t.end - t.start
  return t.acronym && length >= 2 && length <= 9
}

/** Reads the list of bodies that begins at a token: one span for each, classes of bodies whole. Linear in the list. */
export function findNamedUnits(tokens: readonly Token[], at: number, bare = false): NamedUnits | undefined {
  if (!namesUnit(tokens, at) && !(bare && CONTINUING.has(tokens, at))) return undefined
  const units: Span[] = []
  let from = at
  let i = at
  let listed = false
  const limit = Math.min(tokens.length, at + MAX_TOKENS)
  let cut = -1
  /** Behind a name of the dictionary a verb is a verb, whatever the name ends with. */
  let known = -1
  const close = (until: number): void => {
    const to = cut > from ? cut : until
    cut = -1
    const first = tokens[from]
    const last = tokens[beforeRemark(tokens, from, to) - 1]
    if (first && last && to > from) units.push({ start: first.start, end: last.end })
  }
  while (i < limit) {
    const t = tokens[i]
    if (!t) break
    if (t.name !== undefined) {
      known = i + t.name
      i = known
      continue
    }
    if (t.low === '(') {
      const stop = closingBracket(tokens, i, limit)
      if (stop < 0) break
      i = stop + 1
      continue
    }
    if (t.low === ':') {
      if (
        i > from &&
        /^(?:bộ|sở|tỉnh|phố|ngành|ban|quan|huyện|xã|phường|vị|hội|cục)$/u.test(tokens[i - 1]?.low ?? '') &&
        tokens[i + 1]?.capital &&
        namesClass(tokens, from, i) &&
        !beginsPlainly(tokens, i + 1)
      ) {
        listed = true
        i++
        continue
      }
      break
    }
    const joint =
      t.low === ',' ||
      t.low === ';' ||
      t.low === 'và' ||
      t.low === 'hoặc' ||
      t.low === 'cùng' ||
      t.low === '/' ||
      t.low === '-' ||
      t.low === '–' ||
      t.low === '&'
    if (joint) {
      const step = afterJoint(tokens, i, from, listed)
      if (step === 'stop') break
      if (step === 'new') {
        close(i)
        from = i + 1
        if (tokens[from]?.low === 'với') from++
        listed = false
        i = tokens[from]?.name === undefined ? from + 1 : from
      } else i += 1 + (CONTINUING.findAt(tokens, i + 1)?.length ?? 0)
      continue
    }
    if (t.kind === 'sign') {
      if (/^["“”'’…]$/u.test(t.low)) {
        i++
        continue
      }
      break
    }
    if (i > from && !t.capital) {
      const field = tokens[i - 1]?.low === 'sát' ? POLICE_FIELDS.findAt(tokens, i) : undefined
      if (field) {
        i += field.length
        continue
      }
      const relative = RELATIVES.findAt(tokens, i)
      if (relative && continuesBehind(tokens, i + relative.length)) {
        if (t.low === 'được' && cut < 0 && (namesProper(tokens, from, i) || i - from > 4)) cut = i
        i += relative.length
        if (VERB_MODIFIERS.has(tokens, i)) break
        continue
      }
      if (NAME_WORDS.has(`${tokens[i - 1]?.low ?? ''} ${t.low}`)) {
        i++
        continue
      }
      if (CLOSERS.has(tokens, i)) break
      if (opensVerb(tokens, i) || (i === known && PREDICATES.has(tokens, i))) break
    }
    i++
  }
  if (i >= limit && limit < tokens.length) return undefined
  let end = i
  while (end > from && tokens[end - 1]?.kind === 'sign' && !/[)”"]/u.test(tokens[end - 1]?.low ?? '')) end--
  close(end)
  return units.length > 0 ? { units, next: i } : undefined
}

/** A verb that ends the name before it; "ban chỉ đạo phòng chống …", "việc kiểm tra" end nothing. */
function opensVerb(tokens: readonly Token[], at: number): boolean {
  const found = PREDICATES.findAt(tokens, at)
  if (!found) return false
  const before = tokens[at - 1]?.low ?? ''
  const words = `${tokens[at]?.low ?? ''} ${tokens[at + 1]?.low ?? ''}`
  // "Phòng Tài chính - Kế hoạch" is a name, and makes no noun of the verb behind it.
  const beforeThat = tokens[at - 2]
  if (makesNoun(before, beforeThat?.capital ? '' : (beforeThat?.low ?? '')) && found.tag !== 'modal') return false
  if (before === 'đạo' && tokens[at - 3]?.low === 'ban') return false
  // "đơn vị thi công" is a body, "các đơn vị thực hiện các nội dung sau" a body and its verb.
  const withObject = OBJECT_OPENINGS.has(tokens[at + 2]?.low ?? '')
  if (AGENTS.has(`${tokens[at - 2]?.low ?? ''} ${before}`) && AGENT_VERBS.has(words) && !withObject) return false
  if (NAME_WORDS.has(words)) return false
  if (
    (before === 'thư' && tokens[at]?.low === 'ký') ||
    before === 'ngoại' ||
    (tokens[at]?.low === 'cấp' &&
      /^(?:tỉnh|huyện|xã|bộ|trung|cơ|ủy|trên|dưới|có|quận|phường)$/u.test(tokens[at + 1]?.low ?? ''))
  )
    return false
  return found.length > 1 || ONE_WORD_VERBS.has(tokens[at]?.low ?? '')
}

/** "Đảng ủy Quốc hội (theo lĩnh vực phụ trách)": what stands in brackets is a remark, and no part of the name. */
function beforeRemark(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[to - 1]?.low !== ')') return to
  let open = to - 1
  while (open > from && tokens[open]?.low !== '(') open--
  return open > from &&
    /^(?:theo|nếu|qua|thông|trong|gồm|sau|để|cơ|đơn|thường|là|đồng|đầu)$/u.test(tokens[open + 1]?.low ?? '')
    ? open
    : to
}

function closingBracket(tokens: readonly Token[], at: number, limit: number): number {
  let depth = 0
  for (let i = at; i < limit; i++) {
    if (tokens[i]?.low === '(') depth++
    if (tokens[i]?.low === ')' && --depth === 0) return i
  }
  return -1
}

/** A relative clause belongs to the name when a predicate still follows or the name ends there. */
function continuesBehind(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  return next === undefined || next.kind === 'sign' || next.kind === 'word'
}

function afterJoint(tokens: readonly Token[], at: number, from: number, listed: boolean): 'same' | 'new' | 'stop' {
  const joint = tokens[at]?.low ?? ''
  let next = at + 1
  if (joint === ',' && tokens[next]?.low === 'và') next++
  if (joint === 'cùng' && tokens[next]?.low === 'với') next++
  const t = tokens[next]
  if (!t) return 'stop'
  if (joint === ',' && tokens[at]?.end === t.start && t.capital) return 'same'
  if (t.low === 'nhất' || (t.low === 'đặc' && tokens[next + 1]?.low === 'biệt')) return 'stop'
  if (t.name !== undefined && /^(?:,|;|và|hoặc|cùng)$/u.test(joint)) return 'new'
  const head = namesUnit(tokens, next)
  if (joint === ';') return head && (t.capital || PLURALS.has(t.low)) ? 'new' : 'stop'
  if (joint === '-' || joint === '–' || joint === '/' || joint === '&')
    return t.capital || /^(?:trị|hội)$/u.test(tokens[at - 1]?.low ?? '') || joinsClasses(tokens, at) ? 'same' : 'stop'
  if (joint === 'cùng' && !head) return 'stop'
  if (
    t.low === 'các' &&
    tokens[next + 1]?.low === 'đoàn' &&
    tokens[at - 1]?.low === 'quốc' &&
    tokens[from + 1]?.low === 'ủy'
  )
    return 'same'
  if (PLURALS.has(t.low)) return head ? 'new' : 'stop'
  if (listed && t.capital && !/^(?:các|ủy|ubnd|chủ)$/u.test(t.low)) return 'same'
  if (joint === ',' && head && isBareTitle(tokens, from, at)) return 'same'
  if (joint === 'và' && !t.capital && repeatsWord(tokens, from, at)) return 'same'
  const klass = t.capital ? undefined : CONTINUING.findAt(tokens, next)
  if (klass) {
    const first = tokens[from]
    const ofClass =
      first !== undefined && (PLURALS.has(first.low) ? !namesProper(tokens, from, at) : opensClass(tokens, from, at))
    if (ofClass || classEndingAt(tokens, at) === klass.tag) return 'same'
    return head ? 'new' : 'stop'
  }
  if (joint === 'và' && tokens[from]?.low === 'văn' && /^(?:hđnd|ubnd)$/u.test(t.low)) return 'same'
  if (head && !(joint === 'và' && t.acronym && !HEADS.has(tokens, next) && !tokens[at - 1]?.acronym)) return 'new'
  if (t.capital)
    return PREDICATES.has(tokens, next) &&
      !tokens[next + 1]?.capital &&
      joint === ',' &&
      tokens[at - 1]?.capital !== true
      ? 'stop'
      : 'same'
  if (t.kind === 'number') return 'same'
  return 'stop'
}

/** "UBND các tỉnh: Tăng cường …": a verb behind the colon, and no name ("Thông tin và Truyền thông", "Giao thông vận tải"). */
function beginsPlainly(tokens: readonly Token[], at: number): boolean {
  const verb = PREDICATES.findAt(tokens, at)
  return (
    verb !== undefined && verb.length > 1 && !NAME_WORDS.has(`${tokens[at]?.low ?? ''} ${tokens[at + 1]?.low ?? ''}`)
  )
}
