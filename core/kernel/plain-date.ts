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
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate
}
