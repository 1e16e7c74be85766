import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { ReportingRule } from '#core/tasks/reporting.ts'
import { drawOf } from '#demo/draw.ts'
import { daysFrom } from '#demo/office-hours.ts'

const LONG_DAYS = 35
const VERY_LONG_DAYS = 75

/** When an office wants to be told of what takes long: half of it, fortnightly on Fridays or monthly on the 25th. */
export function scheduleOf(key: string, on: PlainDate, dueOn: PlainDate | null): ReportingRule | null {
  const span = dueOn === null ? 0 : daysFrom(on, dueOn)
  if (span < LONG_DAYS || !drawOf(`schedule ${key}`).chance(0.5)) return null
  return span < VERY_LONG_DAYS ? { kind: 'weeks', every: 2, weekday: 5 } : { kind: 'months', every: 1, day: 25 }
}
