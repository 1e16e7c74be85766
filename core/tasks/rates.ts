import { dayOf, daysBetween } from '#core/kernel/plain-date.ts'
import type { LatenessClass, LatenessFacts } from '#core/tasks/lateness.ts'

/** How many assignments are in each class. */
export type Tally = Readonly<Record<LatenessClass, number>>

export function tally(classes: Iterable<LatenessClass>): Tally {
  const counts: Record<LatenessClass, number> = {
    open_in_term: 0,
    open_overdue: 0,
    open_no_deadline: 0,
    done_on_time: 0,
    done_late: 0,
    done_no_deadline: 0,
    closed_without_result: 0,
    not_counted: 0,
  }
  for (const kind of classes) counts[kind] += 1
  return counts
}

/** The rates that offices publish about the same work, each under one name. */
export const RATE_NAMES = [
  'completion_of_all',
  'completion_of_due',
  'on_time_of_done',
  'overdue_of_all',
  'overdue_of_due',
  'completion_without_deadline',
  'update_rate',
  'return_rate',
] as const
export type RateName = (typeof RATE_NAMES)[number]

/** A rate never travels without its denominator. */
export interface Rate {
  name: RateName
  count: number
  /** The denominator, printed beside the rate. */
  n: number
  /** `count / n`, 0 to 1; null where there is nothing to divide by: absent is not zero. */
  value: number | null
  /** Whether units may be ranked by it: never on few (setting: the least n). */
  isRankable: boolean
}

function rate(name: RateName, count: number, n: number, leastN: number): Rate {
  return { name, count, n, value: n === 0 ? null : count / n, isRankable: n > 0 && n >= leastN }
}

/**
 * The rates over a tally.
 *
 * Shape   assignments with a deadline in five rates, those without one apart in a sixth; withdrawn, superseded, merged and drafts in none
 * Source  VietTimes 35258 (8/2016): of the same 3 726 tasks 46.7 % of all and 90.9 % of due were done
 */
export function ratesOf(counts: Tally, leastN: number): Rate[] {
  const done = counts.done_on_time + counts.done_late
  const due = done + counts.open_overdue
  const all = due + counts.open_in_term
  const withoutDeadline = counts.done_no_deadline + counts.open_no_deadline
  return [
    rate('completion_of_all', done, all, leastN),
    rate('completion_of_due', done, due, leastN),
    rate('on_time_of_done', counts.done_on_time, done, leastN),
    rate('overdue_of_all', counts.open_overdue, all, leastN),
    rate('overdue_of_due', counts.open_overdue, due, leastN),
    rate('completion_without_deadline', counts.done_no_deadline, withoutDeadline, leastN),
  ]
}

/** Of the progress reports due in a period, those received. */
export function updateRate(reports: { received: number; due: number }, leastN: number): Rate {
  return rate('update_rate', reports.received, reports.due, leastN)
}

/** Assignments that their lead returned, of those issued. */
export function returnRate(assignments: { returned: number; issued: number }, leastN: number): Rate {
  return rate('return_rate', assignments.returned, assignments.issued, leastN)
}

/** How long the office takes to decide on a report of completion: the median in days from the day it was recorded, and of how many. */
export function confirmationLag(reports: LatenessFacts['reports']): { medianDays: number | null; n: number } {
  const days = reports
    .flatMap(({ recordedAt, decidedAt }) => (decidedAt ? [daysBetween(dayOf(recordedAt), dayOf(decidedAt))] : []))
    .toSorted((a, b) => a - b)
  const low = days[Math.floor((days.length - 1) / 2)]
  const high = days[Math.floor(days.length / 2)]
  return { medianDays: low === undefined || high === undefined ? null : (low + high) / 2, n: days.length }
}
