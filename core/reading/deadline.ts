import type { PlainDate } from '#core/kernel/plain-date.ts'
import { type Anchor, DAY, readDay, readPeriodEnd } from '#core/reading/dates-written.ts'
import { BARE_YEAR, DATED, type Form, OTHER } from '#core/reading/deadline-forms.ts'
import type { DeadlineKind } from '#core/reading/reading.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'

/** A time found in a piece of text, before it is known what it belongs to. */
export interface FoundTime extends Span {
  kind: DeadlineKind
  iso: PlainDate | null
  startsOn: PlainDate | null
  rule: string | null
  event: string | null
  hour: string | null
  /** Which form of words it was: the evidence. */
  form: string
  /** The higher one wins inside one sentence; below `LEAST_WEIGHT` it only describes something else. */
  weight: number
}

export const LEAST_WEIGHT = 30

const WORK_OF_A_YEAR = /phấn đấu|hoàn thành|chỉ tiêu|giải ngân|mục tiêu/u
/** "Đề án … đến năm 2020", "tầm nhìn đến năm 2050": the year is part of a name. */
const PART_OF_A_NAME =
  /(?:đề án|chương trình|chiến lược|quy hoạch|kế hoạch|tầm nhìn|định hướng|giai đoạn|thời kỳ|phát triển)[^.;:]{0,110}$/u

/** All times in a span, the weightiest first. A day inside a longer form is not listed again. */
export function listTimes(source: SourceText, span: Span, anchor: Anchor): FoundTime[] {
  const low = source.low.slice(span.start, Math.min(span.end, span.start + 6000))
  const found: FoundTime[] = []
  const forms = /\d/u.test(low) ? [...DATED, ...OTHER] : OTHER
  for (const one of forms) claim(low, one, span, anchor, found)
  if (WORK_OF_A_YEAR.test(low)) claim(low, BARE_YEAR, span, anchor, found)
  return found.map((time) => everyYear(time, found, low, span)).sort((a, b) => b.weight - a.weight || a.start - b.start)
}

/** "Hằng năm … trước ngày 15 tháng 12": a day without a year, and every year in front of it. */
function everyYear(time: FoundTime, all: readonly FoundTime[], low: string, span: Span): FoundTime {
  if (time.form !== 'before a day') return time
  const words = low.slice(time.start - span.start, time.end - span.start)
  const yearly = all.some((t) => t.form === 'a rhythm' && /năm/u.test(t.rule ?? '') && t.start < time.start)
  if (!yearly || /\d{4}/u.test(words)) return time
  return { ...time, kind: 'recurring', iso: null, rule: words }
}

function claim(low: string, one: Form, span: Span, anchor: Anchor, found: FoundTime[]): void {
  if (!one.needs.some((word) => low.includes(word))) return
  for (const m of low.matchAll(one.at)) {
    const lead = m[0].length - m[0].trimStart().length
    const done = /^hoàn thành (?=trong|vào|năm|tháng|quý)/u.exec(m[0].trimStart())?.[0].length ?? 0
    const start = span.start + m.index + lead + done
    const end = start - done + m[0].trim().length
    if (found.some((f) => f.start < end && start < f.end)) continue
    const weight = weightOf(low, m.index, low.slice(end - span.start, end - span.start + 12), one)
    if (weight <= 0) continue
    const time = interpret(m[0].trim().replace(/ +/gu, ' '), { start, end }, { ...one, weight }, anchor)
    found.push(isPastPeriod(time, anchor) ? { ...time, weight: 20 } : time)
  }
}

/** "các công việc chưa hoàn thành trong năm 2024", in a text of 2025: what was, and no deadline. A date is kept as written. */
function isPastPeriod(time: FoundTime, anchor: Anchor): boolean {
  return (
    time.kind === 'in-period' &&
    time.iso !== null &&
    anchor.year !== undefined &&
    Number(time.iso.slice(0, 4)) < anchor.year
  )
}

/** "đến ngày 30/6 chưa triển khai thì …", "đến ngày 30/6 mà vẫn …": the day of a condition. */
const GOES_ON_AS_CONDITION = /^ (?:chưa|vẫn|mà|còn)(?= )/u

function weightOf(low: string, at: number, behind: string, one: Form): number {
  if (one.form.startsWith('to ') && GOES_ON_AS_CONDITION.test(behind)) return 10
  if (one.form === 'a period in front')
    return at < 4 || /[,:] $/u.test(low.slice(Math.max(0, at - 2), at)) ? one.weight : 0
  if (one.form === 'to the end of a period' && PART_OF_A_NAME.test(low.slice(Math.max(0, at - 130), at))) return 10
  if (one.form === 'after an event' && at > 12) return 20
  return one.weight
}

function interpret(words: string, span: Span, how: Form, anchor: Anchor): FoundTime {
  const { form: name, kind, weight } = how
  const time: FoundTime = {
    ...span,
    form: name,
    kind,
    weight,
    iso: null,
    startsOn: null,
    rule: null,
    event: null,
    hour: null,
  }
  const days = [...words.matchAll(new RegExp(DAY, 'gu'))].map((m) => m[0])
  if (name === 'before an hour of a day' || name === 'an hour of every day') {
    const hour = /(\d{1,2}) ?(?:giờ|h|g) ?(\d{1,2})?/u.exec(words)
    time.hour = hour ? `${(hour[1] ?? '').padStart(2, '0')}:${(hour[2] ?? '00').padStart(2, '0')}` : null
  }
  if (kind === 'recurring') return { ...time, rule: words }
  if (name === 'within a span of time') return { ...time, event: /từ (?:ngày|khi) \D/u.test(words) ? words : null }
  if (kind === 'immediate' || name === 'the beginning or the middle of a month') return time
  if (name === 'from day to day' && days.length === 2) {
    const end = readDay(days[1] ?? '', anchor)
    return {
      ...time,
      iso: end,
      startsOn: readDay(days[0] ?? '', { year: end === null ? anchor.year : Number(end.slice(0, 4)) }),
    }
  }
  if (name === 'from a day') return { ...time, startsOn: readDay(days[0] ?? '', anchor) }
  if (name === 'at a session')
    return { ...time, event: words, iso: /\(/u.test(words) ? readPeriodEnd(words, anchor) : null }
  if (name === 'at most a span of time') return { ...time, event: words }
  if (name.includes('event') || name === 'after a meeting' || name === 'when a text is issued')
    return { ...time, event: words }
  const day = days.at(-1)
  return { ...time, iso: day === undefined ? readPeriodEnd(words, anchor) : readDay(day, anchor) }
}
