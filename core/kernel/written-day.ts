import type { Language } from '#core/kernel/language.ts'
import { type Instant, type PlainDate, TIME_ZONE } from '#core/kernel/plain-date.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * A day in a list or a sentence. Vietnamese writes 25/7/2022, with a leading zero for days 1 to 9 and months 1 and 2 only, as official
 * documents do (Decree 30/2020, annex I): 05/11/2026, 28/02/2027.
 */
export function formatDay(day: PlainDate | string, language: Language): string {
  const { d, m, y } = partsOf(day)
  return language === 'vi' ? `${day2(d)}/${month2(m)}/${y}` : `${d} ${MONTHS[m - 1] ?? ''} ${y}`
}

/** A day as the text of a document writes it: ngày 05 tháng 11 năm 2026. */
export function formatDocumentDay(day: PlainDate | string, language: Language): string {
  const { d, m, y } = partsOf(day)
  return language === 'vi' ? `ngày ${day2(d)} tháng ${month2(m)} năm ${y}` : `${d} ${MONTHS[m - 1] ?? ''} ${y}`
}

/** Time of day in Việt Nam, 24 hours: 08:12. */
export function formatTime(instant: Instant | string): string {
  const { hour, minute } = zoned(instant)
  return `${pad(hour)}:${pad(minute)}`
}

/** The day in Việt Nam on which an instant falls. */
export function formatInstantDay(instant: Instant | string, language: Language): string {
  return formatDay(zoned(instant).toPlainDate().toString(), language)
}

/** 08:12 ngày 05/11/2026. */
export function formatInstant(instant: Instant | string, language: Language): string {
  const time = formatTime(instant)
  const day = formatInstantDay(instant, language)
  return language === 'vi' ? `${time} ngày ${day}` : `${time}, ${day}`
}

function partsOf(day: string): { d: number; m: number; y: number } {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number)
  return { d, m, y }
}

function day2(d: number): string {
  return d < 10 ? pad(d) : `${d}`
}

function month2(m: number): string {
  return m < 3 ? pad(m) : `${m}`
}

function pad(value: number): string {
  return `${value}`.padStart(2, '0')
}

function zoned(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(TIME_ZONE)
}
