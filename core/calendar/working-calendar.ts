import { z } from 'zod'
import { addDays, daysBetween, PlainDate, weekdayOf } from '#core/kernel/plain-date.ts'

/** An entry of the calendar: a weekday that is off, or a Saturday worked in its place, with the announcement it rests on. */
export const CalendarDay = z
  .object({ day: PlainDate, kind: z.enum(['off', 'make-up']), basis: z.string() })
  .meta({ id: 'CalendarDay' })
export type CalendarDay = z.infer<typeof CalendarDay>

/** Which days are worked. Built from data, because the Prime Minister fixes Tết and the swaps anew each year. */
export interface WorkingCalendar {
  /** Days off beyond Saturdays and Sundays, with their basis. */
  daysOff: ReadonlyMap<PlainDate, string>
  /** Saturdays that are worked, with their basis. */
  makeUpDays: ReadonlyMap<PlainDate, string>
  /** Years whose days off are all entered; elsewhere only Saturdays and Sundays are known. */
  announcedYears: ReadonlySet<number>
}

/** What was counted, and the years in which it was counted although their days off are not announced: to be said with it. */
export interface Counted<T> {
  value: T
  notAnnounced: readonly number[]
}

/** Bộ luật Lao động 2019, Điều 112.1: eleven days; on a weekend they are made up on a weekday (Điều 111.3). */
const DAYS_OFF_BY_LAW = 11

/** A year counts as announced once its days off, less those worked on a Saturday instead, are as many as the law gives. */
export function workingCalendar(days: readonly CalendarDay[]): WorkingCalendar {
  const daysOff = new Map<PlainDate, string>()
  const makeUpDays = new Map<PlainDate, string>()
  const freeDays = new Map<number, number>()
  for (const { day, kind, basis } of days) {
    const entries = kind === 'off' ? daysOff : makeUpDays
    if (entries.has(day)) continue
    entries.set(day, basis)
    freeDays.set(yearOf(day), (freeDays.get(yearOf(day)) ?? 0) + (kind === 'off' ? 1 : -1))
  }
  const announced = [...freeDays].filter(([, count]) => count >= DAYS_OFF_BY_LAW)
  return { daysOff, makeUpDays, announcedYears: new Set(announced.map(([year]) => year)) }
}

export function isWorkingDay(calendar: WorkingCalendar, day: PlainDate): Counted<boolean> {
  return { value: isWorked(calendar, day), notAnnounced: missingYears(calendar, day, day) }
}

/**
 * The n-th working day after a day. The day itself is not counted (Bộ luật Dân sự 2015, Điều 147.2), so 0 gives it back as it is.
 *
 * Errors  throws RangeError when `count` is not a whole number from 0
 */
export function addWorkingDays(calendar: WorkingCalendar, from: PlainDate, count: number): Counted<PlainDate> {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`)
  let day = from
  let weekday = weekdayOf(from)
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    weekday = (weekday % 7) + 1
    if (isWorked(calendar, day, weekday)) left -= 1
  }
  return { value: day, notAnnounced: missingYears(calendar, addDays(from, 1), day) }
}

/** The day itself when it is worked, else the next that is (Bộ luật Dân sự 2015, Điều 148.5). */
export function rollToWorkingDay(calendar: WorkingCalendar, from: PlainDate): Counted<PlainDate> {
  let day = from
  while (!isWorked(calendar, day)) day = addDays(day, 1)
  return { value: day, notAnnounced: missingYears(calendar, from, day) }
}

/** Working days after `a` up to and including `b`, the inverse of `addWorkingDays`; negative when `b` comes first. */
export function workingDaysBetween(calendar: WorkingCalendar, a: PlainDate, b: PlainDate): Counted<number> {
  if (b < a) {
    const back = workingDaysBetween(calendar, b, a)
    return { ...back, value: -back.value }
  }
  const days = Array.from({ length: daysBetween(a, b) }, (_, index) => addDays(a, index + 1))
  return {
    value: days.filter((day) => isWorked(calendar, day)).length,
    notAnnounced: missingYears(calendar, addDays(a, 1), b),
  }
}

function isWorked(calendar: WorkingCalendar, day: PlainDate, weekday = weekdayOf(day)): boolean {
  return calendar.makeUpDays.has(day) || (weekday <= 5 && !calendar.daysOff.has(day))
}

function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4))
}

/** Years of the days looked at; none where `to` comes before `from`, because nothing was. */
function missingYears(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number[] {
  if (to < from) return []
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index)
  return years.filter((year) => !calendar.announcedYears.has(year))
}
