import { OFFICIAL_DAYS_OFF } from '#core/calendar/official-days-off.ts'
import { isWorkingDay, workingCalendar } from '#core/calendar/working-calendar.ts'
import { addDays, type Instant, type PlainDate } from '#core/kernel/plain-date.ts'
import type { Draw } from '#demo/draw.ts'

/** The last day of the demo's story: what would come later has not happened. */
export const LAST_DAY = '2026-11-20' as PlainDate

const MINUTE_MS = 60_000

/** The days of the story and around it, each with whether it is worked: asked a hundred thousand times. */
const FIRST_DAY = '2024-12-01' as PlainDate
const DAYS: PlainDate[] = Array.from({ length: 1_200 }, (_, at) => addDays(FIRST_DAY, at))
const AT = new Map(DAYS.map((day, at) => [day, at]))
const CALENDAR = workingCalendar(OFFICIAL_DAYS_OFF)
const WORKED = DAYS.map((day) => isWorkingDay(CALENDAR, day).value)

function at(day: PlainDate): number {
  return AT.get(day) ?? outside(day)
}

function dayAt(place: number): PlainDate {
  return DAYS[place] ?? outside(String(place))
}

function outside(day: string): never {
  throw new RangeError(`${day} lies outside the demo's story`)
}

export function daysAfter(day: PlainDate, count: number): PlainDate {
  return dayAt(at(day) + count)
}

export function daysFrom(one: PlainDate, other: PlainDate): number {
  return at(other) - at(one)
}

/** The n-th day that is worked after this one; the day itself for none. */
export function workingDaysAfter(day: PlainDate, count: number): PlainDate {
  let place = at(day)
  for (let left = count; left > 0; ) {
    place += 1
    if (WORKED[place] !== false) left -= 1
  }
  return dayAt(place)
}

/** The day itself where it is worked, or the next one that is. */
export function workedFrom(day: PlainDate): PlainDate {
  let place = at(day)
  while (WORKED[place] === false) place += 1
  return dayAt(place)
}

/** The day itself where it is worked, or the last one before. */
export function workedUntil(day: PlainDate): PlainDate {
  let place = at(day)
  while (WORKED[place] === false) place -= 1
  return dayAt(place)
}

/** A moment in office hours: 7:45 to 11:15 or 13:40 to 16:40 in Hà Nội, which is seven hours ahead. */
export function atWork(day: PlainDate, draw: Draw): Instant {
  const minutes = draw.chance(0.6) ? draw.between(45, 255) : draw.between(400, 580)
  const ms = Date.parse(day) + minutes * MINUTE_MS + draw.between(0, 59) * 1000
  return instantOf(ms)
}

/** Minutes later on the same day. */
export function minutesAfter(at: Instant, minutes: number): Instant {
  return instantOf(Date.parse(at) + minutes * MINUTE_MS)
}

function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant
}
