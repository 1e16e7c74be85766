import { z } from 'zod'
import { fold } from '#core/kernel/fold.ts'
import { addDays, PlainDate } from '#core/kernel/plain-date.ts'

/** A deadline as a directive writes it and as it is understood. What follows from it is computed, never written into it. */
export const Deadline = z
  .object({
    /** As written: "trước ngày 20/12/2026". */
    text: z.string().trim().min(1).max(500),
    kind: z.enum(['by', 'in-period', 'recurring', 'immediate']),
    /** The date as written, or the last day of the period; null where there is none ("khẩn trương") or it hangs on an event. */
    iso: PlainDate.nullable(),
    /** "trước 14 giờ ngày 05/12": lateness counts days, but the hour is kept and shown. */
    hour: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    /** How it recurs. */
    rule: z.string().max(300).optional(),
    /** What it hangs on: "sau khi Quốc hội thông qua"; the kind is then `by`, and without a date. */
    event: z.string().max(500).optional(),
    /** Whether the date is written "trước ngày", that is without the day itself; where absent, the text tells. */
    before: z.boolean().optional(),
  })
  .meta({ id: 'Deadline' })
export type Deadline = z.infer<typeof Deadline>

/** How an office reads "trước ngày 20": by the letter until the 19th, or as the 20th. */
export interface DeadlineReading {
  beforeMeans: 'day-before' | 'same-day'
}

/** The last day on which it is done in time; null where the deadline names no day. */
export function lastDayOnTime(deadline: Deadline | null, reading: DeadlineReading): PlainDate | null {
  if (!deadline?.iso) return null
  return reading.beforeMeans === 'day-before' && isBeforeDay(deadline) ? addDays(deadline.iso, -1) : deadline.iso
}

/** "trước 14 giờ ngày 05" is before an hour of the 5th, not before the 5th. */
function isBeforeDay({ kind, text, hour, before }: Deadline): boolean {
  if (hour !== undefined) return false
  return before ?? (kind === 'by' && saysBeforeDay(text))
}

/** "trước ngày 20", "chậm nhất trước ngày 20/12", "trước 20/12/2026"; not "trước 14 giờ ngày 20", not "chậm nhất ngày 20". */
export function saysBeforeDay(text: string): boolean {
  return /\btruoc (?:ngay \d|\d{1,2} (?:thang )?\d{1,2}(?: \d{4})?\b(?! (?:gio|phut|ngay)))/.test(fold(text))
}

/** Whether a day can be meant: 1/1/1900 and 20/12/2206 are slips of the hand, and would stand first or last in every list. */
export function isPlausibleDue(day: PlainDate): boolean {
  return day >= '2000-01-01' && day <= '2099-12-31'
}

/** Whether a child is due later than its parent. A child without a day has no end, and so ends later than any. */
export function isDueLater(child: PlainDate | null, parent: PlainDate | null): boolean {
  return parent !== null && (child === null || child > parent)
}
