import { PlainDate } from '#core/kernel/plain-date.ts'

/** Dates and periods as official texts write them. Source texts are lower case (`SourceText.low`). */

/** Regex source of a day: "ngày 05 tháng 01 năm 2020", "ngày 5/1/2020", "30.4". Year optional. */
export const DAY = String.raw`(?:ngày )?\d{1,2}(?: ?[/.] ?\d{1,2}(?: ?[/.] ?\d{4})?|-\d{1,2}-\d{4}| +tháng +\d{1,2}(?:(?:,)? +năm +\d{4}|/\d{4})?)(?!\d|%|/\p{L})`
const MONTH_NAME = '(?:\\d{1,2}|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp)'
export const MONTH = String.raw`tháng ${MONTH_NAME}(?! ?(?:đầu|cuối) )(?: ?/ ?\d{4}|-\d{4}|,? +năm +\d{4}|(?= |[,.;:)]|$))(?!\d)`
export const QUARTER = String.raw`qu[ýí] ?(?:iv|i{1,3}|[1-4])(?!\p{L})(?: ?[/-] ?\d{4}|(?:,)? +năm +\d{4})?`
export const YEAR = String.raw`năm +(?:19|20)\d{2}`
export const HALF = String.raw`(?:0?6|sáu) tháng (?:đầu|cuối) năm(?: +\d{4})?`

const MONTHS: Record<string, number> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
}
const QUARTERS: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

/** From when a missing year is counted: the day of issue, or only a year that the text speaks of. */
export interface Anchor {
  year: number | undefined
}

export function makeDate(year: number | undefined, month: number, day: number): PlainDate | null {
  if (year === undefined || month < 1 || month > 12 || day < 1) return null
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const parsed = PlainDate.safeParse(iso)
  return parsed.success ? parsed.data : null
}

export function lastDayOfMonth(year: number | undefined, month: number): PlainDate | null {
  if (year === undefined || month < 1 || month > 12) return null
  return makeDate(year, month, Temporal.PlainYearMonth.from({ year, month }).daysInMonth)
}

/** The day that a match of `DAY` names; a missing year is the anchor's. */
export function readDay(words: string, anchor: Anchor): PlainDate | null {
  const n = words.match(/\d+/gu)?.map(Number) ?? []
  const [day, month, year] = n
  if (day === undefined || month === undefined) return null
  return makeDate(year ?? anchor.year, month, day)
}

/** The last day of the last period named in `words`: "tháng 11, tháng 12 năm 2025" ends on 31 December 2025. */
export function readPeriodEnd(words: string, anchor: Anchor): PlainDate | null {
  const year = Number(/(?:19|20)\d{2}(?!.*(?:19|20)\d{2})/u.exec(words)?.[0] ?? Number.NaN)
  const y = Number.isNaN(year) ? anchor.year : year
  const half = /(?:0?6|sáu) tháng (đầu|cuối) năm/u.exec(words)
  if (half) return half[1] === 'đầu' ? makeDate(y, 6, 30) : makeDate(y, 12, 31)
  const quarters = [...words.matchAll(/qu[ýí] ?(iv|i{1,3}|[1-4])(?!\p{L})/gu)]
  const quarter = quarters.at(-1)?.[1]
  if (quarter !== undefined) return lastDayOfMonth(y, (QUARTERS[quarter] ?? 0) * 3)
  const months = [...words.matchAll(new RegExp(`tháng (${MONTH_NAME})(?!\\p{L})`, 'gu'))]
  const month = months.at(-1)?.[1]
  if (month !== undefined) return lastDayOfMonth(y, MONTHS[month] ?? Number(month))
  const numeric = /(?<!\d)(\d{1,2}) ?[/-] ?(?:19|20)\d{2}/u.exec(words)?.[1]
  if (numeric !== undefined) return lastDayOfMonth(y, Number(numeric))
  return Number.isNaN(year) && !/năm nay|cuối năm|trong năm|hết năm/u.test(words) ? null : makeDate(y, 12, 31)
}
