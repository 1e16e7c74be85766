import { OFFICIAL_DAYS_OFF } from '#core/calendar/official-days-off.ts'
import { addWorkingDays, isWorkingDay, workingCalendar } from '#core/calendar/working-calendar.ts'
import { addDays, type Instant, type PlainDate } from '#core/kernel/plain-date.ts'
import type { Draw } from '#demo/draw.ts'

/** The last day of the demo's story: what would come later has not happened. */
export const LAST_DAY = '2026-11-20' as PlainDate

const CALENDAR = workingCalendar(OFFICIAL_DAYS_OFF)
const MINUTE_MS = 60_000

export function workingDaysAfter(day: PlainDate, count: number): PlainDate {
  return addWorkingDays(CALENDAR, day, count).value
}

/** The day itself where it is worked, or the next one that is. */
export function workedFrom(day: PlainDate): PlainDate {
  let worked = day
  while (!isWorkingDay(CALENDAR, worked).value) worked = addDays(worked, 1)
  return worked
}

/** The day itself where it is worked, or the last one before. */
export function workedUntil(day: PlainDate): PlainDate {
  let worked = day
  while (!isWorkingDay(CALENDAR, worked).value) worked = addDays(worked, -1)
  return worked
}

/** A moment in office hours: 7:45 to 11:15 or 13:40 to 16:40 in Hà Nội, which is seven hours ahead. */
export function atWork(day: PlainDate, draw: Draw): Instant {
  const minutes = draw.chance(0.6) ? draw.between(45, 255) : draw.between(400, 580)
  const ms =
    Temporal.Instant.from(`${day}T00:00:00Z`).epochMilliseconds + minutes * MINUTE_MS + draw.between(0, 59) * 1000
  return instantOf(ms)
}

/** Minutes later on the same day. */
export function minutesAfter(at: Instant, minutes: number): Instant {
  return instantOf(Temporal.Instant.from(at).epochMilliseconds + minutes * MINUTE_MS)
}

function instantOf(ms: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' }) as Instant
}
