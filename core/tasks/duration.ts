import { addWorkingDays, isWorkingDay, rollToWorkingDay } from '#core/calendar/working-calendar.ts'
import type { Counted, WorkingCalendar } from '#core/calendar/working-calendar.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'

/** "trong thời hạn 20 ngày (làm việc) kể từ …". */
export interface Duration {
  count: number
  unit: 'day' | 'working-day' | 'week' | 'month' | 'year'
}

/**
 * The last day of a duration. The day from which it runs is not counted; an end on a day off moves to the next working day.
 *
 * Errors  throws RangeError when `count` is not a whole number from 0
 * Source  Bộ luật Dân sự 2015, Điều 147.2 (first day), 148.3 (no corresponding day: the last of the month), 148.5 (roll)
 */
export function endOfDuration(
  { count, unit }: Duration,
  from: PlainDate,
  calendar: WorkingCalendar,
): Counted<PlainDate> {
  if (unit === 'working-day') return addWorkingDays(calendar, from, count)
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a duration: ${count} ${unit}`)
  const end = Temporal.PlainDate.from(from).add({ [`${unit}s`]: count })
  return rollToWorkingDay(calendar, end.toString() as PlainDate)
}

/** Why a day is not worked. */
export type DayOff = { kind: 'weekend' } | { kind: 'day-off'; basis: string }

/** A fixed date is kept even where nobody works on it; this says so, for whoever sets or reads it. Null on a working day. */
export function onDayOff(day: PlainDate, calendar: WorkingCalendar): Counted<DayOff | null> {
  const { value: isWorked, notAnnounced } = isWorkingDay(calendar, day)
  const basis = calendar.daysOff.get(day)
  if (isWorked) return { value: null, notAnnounced }
  return { value: basis === undefined ? { kind: 'weekend' } : { kind: 'day-off', basis }, notAnnounced }
}
