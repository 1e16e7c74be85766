import { z } from 'zod'
import { dayOf, daysBetween, Instant, PlainDate } from '#core/kernel/plain-date.ts'
import type { AssignmentState } from '#core/tasks/assignment.ts'

/** The classes of the lateness table; the first, second, fourth and fifth are the four that offices publish. */
export const LatenessClass = z.enum([
  'open_in_term',
  'open_overdue',
  'open_no_deadline',
  'done_on_time',
  'done_late',
  'done_no_deadline',
  'closed_without_result',
  'not_counted',
])
export type LatenessClass = z.infer<typeof LatenessClass>

/** The classes of what is still to be done, the most urgent first. */
export const OPEN_CLASSES = ['open_overdue', 'open_in_term', 'open_no_deadline'] as const satisfies LatenessClass[]
/** Whether classes, each named once and in any order, are those and no other: a list of just these is said in one word. */
export function areOpenClasses(classes: readonly LatenessClass[]): boolean {
  return classes.length === OPEN_CLASSES.length && OPEN_CLASSES.every((kind) => classes.includes(kind))
}

/** The class against one due date. */
export const Verdict = z.object({
  class: LatenessClass,
  dueOn: PlainDate.nullable(),
  /** Days past due of `open_overdue` and `done_late`; null elsewhere. */
  daysLate: z.int().positive().nullable(),
})
export type Verdict = z.infer<typeof Verdict>

/** How late an assignment is: against the effective due date, and against the one it was issued with. */
export const Lateness = Verdict.extend({
  /** Days since issue of `open_no_deadline`; null elsewhere. */
  ageDays: z.int().min(0).nullable(),
  /** "chờ công nhận": reported complete; its clock stands at the day of the report until the office has decided. */
  awaitingConfirmation: z.boolean(),
  original: Verdict,
}).meta({ id: 'Lateness' })
export type Lateness = z.infer<typeof Lateness>

/** The dated events that lateness follows from. `…On` is the day on which it was true, `…At` the instant at which it was known. */
export interface LatenessFacts {
  /** The day it was first issued; null for a draft. */
  issuedOn: PlainDate | null
  issuedAt: Instant | null
  /** Last day on time of the deadline it was issued with; null where it had none. */
  dueOn: PlainDate | null
  /** Corrections of the due date by the office. */
  revisions: readonly { dueOn: PlainDate | null; decidedAt: Instant }[]
  /** Requests to move it, in force from the day on which they are granted. */
  extensions: readonly {
    dueOn: PlainDate
    outcome: 'pending' | 'granted' | 'refused'
    decidedAt: Instant | null
  }[]
  /** Reports of completion, oldest first. */
  reports: readonly {
    on: PlainDate
    recordedAt: Instant
    outcome: 'pending' | 'confirmed' | 'sent_back'
    decidedAt: Instant | null
  }[]
  exit: { kind: 'withdrawn' | 'superseded' | 'merged'; on: PlainDate; recordedAt: Instant } | null
}

/**
 * The lateness table ("Lateness of an assignment as of day D").
 *
 * Shape   exactly one class for any facts; nothing dated after `asOf` and nothing recorded or decided after `knownAt` is seen
 *         (no `knownAt`: all that is known today). A decision on a report belongs to what is known, not to when it was true, so
 *         `asOf` does not hide it: as of 31/3, a report of 30/3 that was confirmed on 9/4 is done on 30/3
 * Units   days
 * Errors  none
 */
export function lateness(facts: LatenessFacts, asOf: PlainDate, knownAt?: Instant): Lateness {
  const isKnown = (at: Instant | null) => knownAt === undefined || (at !== null && !isAfter(at, knownAt))
  if (facts.issuedOn === null || facts.issuedOn > asOf || !isKnown(facts.issuedAt)) return without('not_counted', facts)

  const reports = facts.reports
    .filter((report) => report.on <= asOf && isKnown(report.recordedAt))
    .map((report) => (isKnown(report.decidedAt) ? report : { ...report, outcome: 'pending' as const }))
  const done = reports.findLast((report) => report.outcome === 'confirmed')
  const waiting = done ? undefined : reports.findLast((report) => report.outcome === 'pending')

  const { exit } = facts
  if (exit && exit.on <= asOf && isKnown(exit.recordedAt) && !(done && done.on <= exit.on)) {
    return without('closed_without_result', facts)
  }

  const isInForce = (at: Instant | null) => at !== null && isKnown(at) && dayOf(at) <= asOf
  const issuedOn = facts.issuedOn
  const against = (dueOn: PlainDate | null) => verdict(dueOn, done?.on ?? waiting?.on ?? asOf, done !== undefined)
  const effective = against(effectiveDue(facts, isInForce))
  return {
    ...effective,
    ageDays: effective.class === 'open_no_deadline' ? Math.max(0, daysBetween(issuedOn, waiting?.on ?? asOf)) : null,
    awaitingConfirmation: waiting !== undefined,
    original: against(facts.dueOn),
  }
}

function verdict(dueOn: PlainDate | null, day: PlainDate, isDone: boolean): Verdict {
  if (dueOn === null) return { class: isDone ? 'done_no_deadline' : 'open_no_deadline', dueOn, daysLate: null }
  if (day <= dueOn) return { class: isDone ? 'done_on_time' : 'open_in_term', dueOn, daysLate: null }
  return { class: isDone ? 'done_late' : 'open_overdue', dueOn, daysLate: daysBetween(dueOn, day) }
}

function without(kind: 'not_counted' | 'closed_without_result', { dueOn }: LatenessFacts): Lateness {
  const only: Verdict = { class: kind, dueOn, daysLate: null }
  return { ...only, ageDays: null, awaitingConfirmation: false, original: only }
}

/** What was decided last holds, be it a revision or an extension. */
function effectiveDue(facts: LatenessFacts, isInForce: (at: Instant | null) => boolean): PlainDate | null {
  const granted = facts.extensions.filter(({ outcome }) => outcome === 'granted')
  const [first, ...others] = [...facts.revisions, ...granted].filter(({ decidedAt }) => isInForce(decidedAt))
  if (!first) return facts.dueOn
  return others.reduce((last, next) => (isAfter(last.decidedAt, next.decidedAt) ? last : next), first).dueOn
}

function isAfter(a: Instant | null, b: Instant | null): boolean {
  if (a === null || b === null) return false
  return Temporal.Instant.compare(a, b) > 0
}

/** What all who share a task may know of one another: the class, without the days that it follows from. */
export function classOnly({ class: kind, original }: Lateness): Lateness {
  const only = (of: LatenessClass): Verdict => ({ class: of, dueOn: null, daysLate: null })
  return { ...only(kind), ageDays: null, awaitingConfirmation: false, original: only(original.class) }
}

/** What an assignment's row says of it today, where its history is not at hand (lists, siblings). */
export interface LatenessRow {
  state: AssignmentState
  issuedOn: PlainDate | null
  originalDueOn: PlainDate | null
  dueOn: PlainDate | null
  /** Day of the confirmed report. */
  completedOn: PlainDate | null
  /** Day of the report that waits for the office. */
  reportedOn: PlainDate | null
  exitedOn: PlainDate | null
}

/** Facts enough for lateness as of today, as known today. For another day or an earlier knowledge, the events are needed. */
export function factsOfRow(row: LatenessRow): LatenessFacts {
  const { issuedOn, originalDueOn, dueOn, completedOn, reportedOn, exitedOn, state } = row
  const at = (day: PlainDate) => `${day}T00:00:00Z` as Instant
  const report = (on: PlainDate, outcome: 'pending' | 'confirmed') => {
    return { on, recordedAt: at(on), outcome, decidedAt: outcome === 'confirmed' ? at(on) : null }
  }
  const reports: LatenessFacts['reports'] =
    state === 'confirmed' && completedOn !== null
      ? [report(completedOn, 'confirmed')]
      : state === 'reported_complete' && reportedOn !== null
        ? [report(reportedOn, 'pending')]
        : []
  const isOut = state === 'withdrawn' || state === 'superseded' || state === 'merged'
  return {
    issuedOn,
    issuedAt: issuedOn && at(issuedOn),
    dueOn: originalDueOn,
    revisions: issuedOn !== null && dueOn !== originalDueOn ? [{ dueOn, decidedAt: at(issuedOn) }] : [],
    extensions: [],
    reports,
    exit: isOut && exitedOn !== null ? { kind: state, on: exitedOn, recordedAt: at(exitedOn) } : null,
  }
}
