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
  /** The higher one wins inside one sentence. */
  weight: number
}

const PERIOD = `(?:${HALF}|${MONTH}|${QUARTER}|${YEAR})`
const BEFORE = String.raw`(?:xong trước|trước|chậm nhất|muộn nhất|không muộn hơn|không quá|hạn cuối|thời hạn|hạn chót)`
const HOUR = String.raw`(?:\d{1,2} ?(?:giờ|h|g) ?(?:\d{1,2})?(?: ?(?:phút|[’'′]))?,? *(?:sáng|chiều)?,? *)`
const EVERY = String.raw`(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|quí|năm|ngày|kỳ)|của (?:tháng|quý|năm) (?:báo cáo|sau)`
const LEFT = String.raw`(?<![\p{L}\d/.,-])`

const FORMS: readonly { form: string; at: RegExp; kind: DeadlineKind; weight: number }[] = [
  {
    form: 'a day of every period',
    kind: 'recurring',
    weight: 95,
    at: re(
      `(?:định kỳ,? )?${BEFORE}[^.;:,]{0,30}?(?:\\d{1,2}(?:/\\d{1,2})?(?: (?:và|hoặc|,) ?\\d{1,2}(?:/\\d{1,2})?){0,3})(?: tháng \\d{1,2})?[^.;:,\\d]{0,24}?(?:${EVERY})`,
    ),
  },
  {
    form: 'an hour of every day',
    kind: 'recurring',
    weight: 95,
    at: re(`(?:trước|vào|lúc) ${HOUR}[^.;:]{0,20}?(?:${EVERY})`),
  },
  {
    form: 'this year and the years after',
    kind: 'recurring',
    weight: 94,
    at: re(`(?:từ )?(?:${PERIOD})(?:,)? và (?:các|những) năm (?:tiếp theo|sau|tiếp sau)`),
  },
  { form: 'from day to day', kind: 'in-period', weight: 90, at: re(`từ (?:hết )?${DAY} (?:đến|tới) (?:hết )?${DAY}`) },
  {
    form: 'from now to',
    kind: 'in-period',
    weight: 88,
    at: re(`từ (?:nay|bây giờ|hiện nay) (?:đến|tới) (?:hết |cuối )?(?:${DAY}|${PERIOD}|năm)`),
  },
  {
    form: 'before an hour of a day',
    kind: 'by',
    weight: 93,
    at: re(`(?:${BEFORE})(?: là| vào| lúc)? ${HOUR}(?:ngày )?${DAY}`),
  },
  {
    form: 'before a day',
    kind: 'by',
    weight: 92,
    at: re(`${BEFORE}(?: là| vào| trước| trong| đến| hết| nhất){0,2} ${DAY}`),
  },
  {
    form: 'before a period',
    kind: 'by',
    weight: 84,
    at: re(`${BEFORE}(?: là| vào| trước| trong| đến| hết| cuối| đầu){0,2} ${PERIOD}`),
  },
  { form: 'to a day', kind: 'by', weight: 86, at: re(`(?:đến|tới|hết|đến hết|vào) ${DAY}`) },
  { form: 'the end of a month', kind: 'by', weight: 80, at: re(`(?:vào )?(?:cuối) (?:${MONTH}|${QUARTER})`) },
  {
    form: 'the beginning or the middle of a month',
    kind: 'by',
    weight: 80,
    at: re(`(?:vào )?(?:đầu|giữa|trung tuần|thượng tuần|hạ tuần) (?:${MONTH}|${QUARTER})`),
  },
  {
    form: 'at a session',
    kind: 'by',
    weight: 78,
    at: re(
      String.raw`(?:tại|trước) (?:kỳ họp|phiên họp|hội nghị trung ương)(?: (?:bất thường|chuyên đề|thường lệ))? ?(?:lần )?(?:thứ )[^.;:,()]{1,60}(?:\([^)]{0,30}\))?`,
    ),
  },
  { form: 'from a day', kind: 'in-period', weight: 70, at: re(`(?:kể )?từ ${DAY}`) },
  {
    form: 'within a period',
    kind: 'in-period',
    weight: 82,
    at: re(
      `(?:ngay )?(?:trong|ngay|nội trong|hoàn thành(?: trong| vào)?|xong(?: trong)?|vào) (?:${PERIOD})(?:,? (?:${PERIOD}))?`,
    ),
  },
  {
    form: 'to the end of a period',
    kind: 'in-period',
    weight: 81,
    at: re(`(?:đến|tới|hết|đến hết|đến cuối|cuối) (?:${PERIOD})`),
  },
  {
    form: 'within a span of time',
    kind: 'in-period',
    weight: 60,
    at: re(
      String.raw`trong (?:thời gian|thời hạn|vòng|vòng thời gian)(?: tối đa)? \d{1,3}(?:-\d{1,3})? (?:ngày|tháng|giờ|tuần|năm)(?: làm việc)?`,
    ),
  },
  { form: 'after an event', kind: 'by', weight: 72, at: re(String.raw`(?:ngay )?sau khi [^.;:,]{6,140}?(?=$|[.;:,])`) },
  {
    form: 'before an event',
    kind: 'by',
    weight: 55,
    at: re(String.raw`trước khi (?:thực hiện|sáp nhập|hợp nhất|kết thúc|bắt đầu|diễn ra)[^.;:,]{4,80}(?=$|[.;:,])`),
  },
  {
    form: 'after a meeting',
    kind: 'by',
    weight: 54,
    at: re(String.raw`sau (?:hội nghị|đại hội|kỳ họp) (?:lần )?(?:thứ )[^.;:,]{1,80}`),
  },
  {
    form: 'a rhythm',
    kind: 'recurring',
    weight: 58,
    at: re(String.raw`(?:định kỳ,? )?(?:${EVERY})(?:,? (?:quý|năm|6 tháng|06 tháng|${EVERY}))*`),
  },
  {
    form: 'periodically',
    kind: 'recurring',
    weight: 50,
    at: re(String.raw`định kỳ(?: (?:\d{1,2} )?(?:tháng|quý|năm|tuần)(?: ?/ ?lần)?)?`),
  },
  { form: 'constantly', kind: 'recurring', weight: 48, at: re(String.raw`(?:thực hiện )?thường xuyên(?:, liên tục)?`) },
  {
    form: 'as soon as possible',
    kind: 'immediate',
    weight: 40,
    at: re(String.raw`(?:trong )?thời gian sớm nhất|sớm nhất có thể`),
  },
  { form: 'urgently', kind: 'immediate', weight: 38, at: re('khẩn trương') },
  {
    form: 'at once',
    kind: 'immediate',
    weight: 36,
    at: re(
      String.raw`(?<!(?:đặc biệt là|nhất là) )ngay(?! (?:từ|cả|tại|sau|trong|khi|trên|thẳng|trước|ở))(?! \p{L}+ ?, không)`,
    ),
  },
  { form: 'a bare year of work', kind: 'in-period', weight: 30, at: re(YEAR) },
]

function re(source: string): RegExp {
  return new RegExp(`${LEFT}(?:${source})(?![\\p{L}\\d])`, 'gu')
}

/** All times in a span, the weightiest first. A day inside a longer form is not listed again. */
export function listTimes(source: SourceText, span: Span, anchor: Anchor): FoundTime[] {
  const low = source.low.slice(span.start, Math.min(span.end, span.start + 6000)).replace(/ {2,}/gu, (s) => s)
  const found: FoundTime[] = []
  for (const { form, at, kind, weight } of FORMS) {
    for (const m of low.matchAll(at)) {
      const start = span.start + m.index
      const end = start + m[0].trimEnd().length
      if (found.some((f) => f.start < end && start < f.end)) continue
      found.push(interpret(m[0].replace(/ +/gu, ' '), { start, end }, { form, kind, weight }, anchor))
    }
  }
  return found.sort((a, b) => b.weight - a.weight || a.start - b.start)
}

function interpret(
  words: string,
  span: Span,
  how: { form: string; kind: DeadlineKind; weight: number },
  anchor: Anchor,
): FoundTime {
  const time: FoundTime = { ...span, ...how, iso: null, startsOn: null, rule: null, event: null, hour: null }
  const days = [...words.matchAll(new RegExp(DAY, 'gu'))].map((m) => m[0])
  const hour = /(\d{1,2}) ?(?:giờ|h|g) ?(\d{1,2})?/u.exec(words)
  if (
    hour &&
    /giờ|h|g/u.test(how.form === 'before an hour of a day' || how.form === 'an hour of every day' ? hour[0] : '')
  ) {
    time.hour = `${(hour[1] ?? '').padStart(2, '0')}:${(hour[2] ?? '00').padStart(2, '0')}`
  }
  if (how.kind === 'recurring') return { ...time, rule: words }
  if (how.kind === 'immediate') return time
  if (how.form === 'from day to day' && days.length === 2) {
    const [from = '', to = ''] = days
    const end = readDay(to, anchor)
    return {
      ...time,
      iso: end,
      startsOn: readDay(from, { year: end === null ? anchor.year : Number(end.slice(0, 4)) }),
    }
  }
  if (how.form === 'from a day') return { ...time, startsOn: readDay(days[0] ?? '', anchor) }
  if (how.form.includes('event') || how.form === 'after a meeting') return { ...time, event: words }
  if (how.form === 'at a session')
    return { ...time, event: words, iso: /\(/u.test(words) ? readPeriodEnd(words, anchor) : null }
  if (how.form === 'the beginning or the middle of a month' || how.form === 'within a span of time') return time
  const day = days.at(-1)
  if (day !== undefined) return { ...time, iso: readDay(day, anchor) }
  return { ...time, iso: readPeriodEnd(words, anchor) }
}
