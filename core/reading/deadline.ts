import type { PlainDate } from '#core/kernel/plain-date.ts'
import { type Anchor, DAY, HALF, MONTH, QUARTER, readDay, readPeriodEnd, YEAR } from '#core/reading/dates-written.ts'
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

interface Form {
  form: string
  kind: DeadlineKind
  weight: number
  at: RegExp
  /** The form cannot occur without one of these; looking for them first saves most of the time. */
  needs: readonly string[]
}

const PERIOD = `(?:${HALF}|${MONTH}|${QUARTER}|${YEAR})`
const BEFORE = '(?:xong trước|trước|chậm nhất|muộn nhất|không muộn hơn|không quá|hạn cuối|thời hạn|hạn chót)'
const HOUR = String.raw`(?:\d{1,2} ?(?:giờ|h|g) ?(?:\d{1,2})?(?: ?(?:phút|[’'′]))?,? *(?:sáng|chiều)?,? *)`
const EVERY =
  '(?:(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|quí|năm|ngày|kỳ)|của (?:tháng|quý|năm) (?:báo cáo|sau|trước|tiếp theo|kế tiếp)|năm báo cáo|tháng báo cáo)'
const RHYTHM =
  '(?:(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|quí|năm|ngày|kỳ)|của (?:tháng|quý|năm) (?:báo cáo|sau|trước|tiếp theo|kế tiếp))'
const LEFT = String.raw`(?<![\p{L}\d/.,-])`

function form(name: string, kind: DeadlineKind, weight: number, source: string, needs: string): Form {
  return {
    form: name,
    kind,
    weight,
    at: new RegExp(`${LEFT}(?:${source})(?![\\p{L}\\d])`, 'gu'),
    needs: needs.split('|'),
  }
}

/** In the order in which they claim their words: a later form never takes words of an earlier one. */
export const DATED: readonly Form[] = [
  form(
    'a day of every period',
    'recurring',
    95,
    String.raw`(?:định kỳ,? )?${BEFORE}[^.;:,]{0,30}?\d{1,2}(?:/\d{1,2})?(?: (?:và|hoặc|,) ?\d{1,2}(?:/\d{1,2})?){0,3}(?: tháng \d{1,2})?[^.;:,\d]{0,24}?${EVERY}`,
    'hằng |hàng |mỗi |của tháng|của quý|của năm|báo cáo',
  ),
  form('an hour of every day', 'recurring', 95, `(?:trước|vào|lúc) ${HOUR}[^.;:]{0,20}?${EVERY}`, 'hằng |hàng |mỗi '),
  form(
    'this year and the years after',
    'recurring',
    94,
    `(?:từ )?${PERIOD},? và (?:các|những) năm (?:tiếp theo|sau|tiếp sau)`,
    'và các năm|và những năm',
  ),
  form('from day to day', 'in-period', 90, `từ (?:hết )?${DAY} (?:đến|tới) (?:hết )?${DAY}`, 'từ '),
  form(
    'from now to',
    'in-period',
    88,
    `từ (?:nay|bây giờ|hiện nay) (?:đến|tới) (?:hết |cuối )?(?:${DAY}|${PERIOD}|năm)`,
    'từ nay|bây giờ|hiện nay',
  ),
  form('before an hour of a day', 'by', 93, `${BEFORE}(?: là| vào| lúc)? ${HOUR}${DAY}`, 'giờ|h|g'),
  form(
    'before a day',
    'by',
    92,
    `${BEFORE}(?: là| vào| trước| trong| đến| hết| nhất){0,2} ${DAY}`,
    'trước|nhất|không quá|muộn|hạn',
  ),
  form(
    'before a period',
    'by',
    84,
    `${BEFORE}(?: là| vào| trước| trong| đến| hết| cuối| đầu){0,2} ${PERIOD}`,
    'trước|nhất|không quá|muộn|hạn',
  ),
  form('to a day', 'by', 86, `(?:đến|tới|hết|đến hết|vào) ${DAY}`, 'đến|tới|hết|vào'),
  form('the end of a month', 'by', 80, `(?:vào )?cuối (?:${MONTH}|${QUARTER})`, 'cuối '),
  form(
    'the beginning or the middle of a month',
    'by',
    80,
    `(?:vào )?(?:đầu|giữa|trung tuần|thượng tuần|hạ tuần|tuần (?:đầu|cuối|thứ \\S+)) (?:${MONTH}|${QUARTER})`,
    'đầu |giữa |tuần ',
  ),
  form('from a day', 'in-period', 70, `(?:kể )?từ ${DAY}`, 'từ '),
  form(
    'within a period',
    'in-period',
    82,
    `(?:ngay )?(?:trong|ngay|nội trong|(?<!(?:chưa|đã) )hoàn thành(?: trong| vào)?|xong(?: trong)?|vào) ${PERIOD}(?:,? ${PERIOD})?`,
    'trong|ngay|xong|vào|hoàn thành',
  ),
  form(
    'to the end of a period',
    'in-period',
    81,
    `(?:đến|tới|hết|đến hết|đến cuối|cuối) ${PERIOD}`,
    'đến|tới|hết|cuối',
  ),
  form(
    'within a span of time',
    'in-period',
    60,
    String.raw`trong (?:(?:thời gian|thời hạn|vòng|vòng thời gian)(?: tối đa)? \d{1,3}(?:-\d{1,3})? (?:ngày|tháng|giờ|tuần|năm)|\d{1,2} (?:ngày|giờ)(?= làm việc| kể từ| tính từ|[.;,]|$))(?: làm việc)?(?:,? (?:kể từ|tính từ|từ) (?:ngày|khi) [^.;:,]{4,90})?`,
    'trong ',
  ),
  form(
    'at most a span of time',
    'by',
    60,
    String.raw`(?:chậm nhất|muộn nhất|không quá|tối đa)(?: là| trong)? \d{1,2} (?:ngày|giờ|tuần)(?: làm việc)?,? (?:kể từ|tính từ|sau) [^.;:,]{4,90}`,
    'nhất|không quá|tối đa',
  ),
  form('a period in front', 'in-period', 79, `${PERIOD}(?=[,:])`, 'tháng|quý|quí|năm'),
]
export const OTHER: readonly Form[] = [
  form(
    'at a session',
    'by',
    78,
    String.raw`(?:tại|trước) (?:kỳ họp|phiên họp|hội nghị trung ương)(?: (?:bất thường|chuyên đề|thường lệ))? ?(?:lần )?(?:thứ |giữa năm|cuối năm|gần nhất|tới|tiếp theo)[^.;:,()]{0,60}(?:\([^)]{0,30}\))?`,
    'họp|hội nghị',
  ),
  form('at once after an event', 'by', 75, 'ngay (?:sau khi|khi) [^.;:,]{6,140}(?=$|[.;:,])', 'ngay '),
  form('after an event', 'by', 72, '(?:ngay )?sau khi [^.;:,]{16,140}(?=$|[.;:,])', 'sau khi'),
  form(
    'before an event',
    'by',
    55,
    'trước khi (?:thực hiện|sáp nhập|hợp nhất|kết thúc|bắt đầu|diễn ra)[^.;:,]{4,80}(?=$|[.;:,])',
    'trước khi',
  ),
  form('this period', 'in-period', 62, '(?:ngay )?trong (?:tuần|tháng|quý|năm) (?:này|nay)', ' này| nay'),
  form(
    'before a feast',
    'by',
    54,
    'trước (?:dịp )?(?:tết|mùa mưa|mùa bão|năm học|khai giảng|đại hội)[^.;:,]{0,60}',
    'trước ',
  ),
  form('before, during and after', 'in-period', 45, 'trước, trong và sau [^.;:]{4,100}', 'trước, trong'),
  form('after a meeting', 'by', 54, 'sau (?:hội nghị|đại hội|kỳ họp) (?:lần )?(?:thứ )[^.;:,]{1,80}', 'sau '),
  form(
    'when a text is issued',
    'by',
    53,
    'khi [^.;:]{10,120} (?:ban hành|có hiệu lực|được thông qua|được phê duyệt|kết thúc hoạt động)[^.;:]{0,60}',
    'khi ',
  ),
  form(
    'a rhythm',
    'recurring',
    58,
    `(?:định kỳ,? )?${RHYTHM}(?:,? (?:quý|năm|6 tháng|06 tháng|${RHYTHM}))*`,
    'hằng |hàng |mỗi |của |báo cáo',
  ),
  form(
    'periodically',
    'recurring',
    50,
    String.raw`định kỳ(?: (?:(?:\d{1,2}|một|hai|ba|sáu) )?(?:tháng|quý|năm|tuần)(?: ?(?:/|một) ?lần)?)?`,
    'định kỳ',
  ),
  form(
    'constantly',
    'recurring',
    48,
    '(?:thực hiện )?(?<!(?:chi|giáo dục|nghề|đầu tư|hoạt động) )thường xuyên(?:, liên tục)?',
    'thường xuyên',
  ),
  form('as soon as possible', 'immediate', 40, '(?:trong )?thời gian sớm nhất|sớm nhất có thể', 'sớm nhất'),
  form('urgently', 'immediate', 38, 'khẩn trương', 'khẩn trương'),
  form(
    'at once',
    'immediate',
    36,
    String.raw`(?<!(?:đặc biệt là|nhất là) )ngay(?! (?:từ|cả|tại|sau|trong|khi|trên|thẳng|trước|ở))(?! \p{L}+ ?, không)`,
    'ngay',
  ),
]
export const BARE_YEAR = form(
  'a bare year of work',
  'in-period',
  29,
  `(?<!(?:tháng \\d{1,2},?|luật|dự toán|nghị quyết|chỉ thị|đán|kỳ|so với|tổng kết|cuối|đầu|của) )${YEAR}`,
  'năm ',
)
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
