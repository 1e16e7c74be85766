import { z } from 'zod'
import { PlainDate } from '#core/kernel/plain-date.ts'

/**
 * A day that the office itself has set apart from the official calendar: off, worked in its place, or `ordinary` where an official entry does
 * not hold here. `basis` is the announcement it rests on.
 */
export const OwnDay = z
  .object({ day: PlainDate, kind: z.enum(['off', 'make-up', 'ordinary']), basis: z.string().trim().min(3).max(300) })
  .meta({ id: 'OwnDay' })
export type OwnDay = z.infer<typeof OwnDay>

/** Off is a day that is otherwise worked, Monday to Friday; made up is a Saturday or Sunday. */
export function fitsKind({ day, kind }: Pick<OwnDay, 'day' | 'kind'>): boolean {
  const isWeekend = Temporal.PlainDate.from(day).dayOfWeek > 5
  return kind === 'ordinary' || isWeekend === (kind === 'make-up')
}

export interface ListedDay {
  day: PlainDate
  kind: OwnDay['kind']
  basis: string
  /** Set by the office, and not by the official calendar. */
  own: boolean
}

/** The official days with the office's own in their place, in the order of days. */
export function listDays(
  official: readonly { day: PlainDate; kind: 'off' | 'make-up'; basis: string }[],
  own: readonly OwnDay[],
): ListedDay[] {
  const days = new Map<PlainDate, ListedDay>(official.map((one) => [one.day, { ...one, own: false }]))
  for (const one of own) days.set(one.day, { ...one, own: true })
  return [...days.values()].toSorted((a, b) => a.day.localeCompare(b.day))
}

/** Those that differ from an ordinary week: what a working calendar is built from. */
export function setApart(days: readonly ListedDay[]): { day: PlainDate; kind: 'off' | 'make-up'; basis: string }[] {
  return days.flatMap(({ day, kind, basis }) => (kind === 'ordinary' ? [] : [{ day, kind, basis }]))
}
