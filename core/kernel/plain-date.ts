import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`. Never a JavaScript `Date`: UTC midnight would shift the day in Hà Nội. */
export const PlainDate = z.iso.date().brand('PlainDate')
export type PlainDate = z.infer<typeof PlainDate>

/** An instant in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime().brand('Instant')
export type Instant = z.infer<typeof Instant>

/** Vietnam keeps one time zone, UTC+7, without daylight saving. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh'

/** The calendar day in Vietnam on which an instant falls. */
export function dayOf(instant: Instant): PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(TIME_ZONE).toPlainDate().toString() as PlainDate
}

/** Days from `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return dayNumber(b) - dayNumber(a)
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOf(dayNumber(date) + days) ?? (Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate)
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

// Working days are stepped over by the thousand for one list, and Temporal reads and writes a date in microseconds: whole numbers instead, by the
// method of H. Hinnant, "chrono-compatible low-level date algorithms" (days_from_civil, civil_from_days), in years that begin in March.

/** Days since 1970-01-01. */
function dayNumber(date: PlainDate): number {
  const month = Number(date.slice(5, 7))
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468
}

/** Undefined outside the years that four digits write. */
function dateOf(dayNumber: number): PlainDate | undefined {
  const days = dayNumber + 719_468
  const era = Math.floor(days / 146_097)
  const ofEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (!(year >= 0 && year <= 9999)) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate
}
