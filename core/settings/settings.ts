import { z } from 'zod'
import { OwnDay } from '#core/settings/own-days.ts'
import { TierName } from '#core/settings/tier-names.ts'

/**
 * Where a task comes from, as far as approval asks: the accepted sentence of a directive, the words of whoever entered or imported it, or an
 * assignment that its holder gives on to units below.
 */
export const TaskKind = z.enum(['directive', 'by-hand', 'cascade'])
export type TaskKind = z.infer<typeof TaskKind>

const fields = {
  /** Working days within which an assignment is answered before it counts as accepted. */
  answerWithinDays: z.int().min(1).max(30),
  /** Whether "trước ngày 20" ends on the 19th or on the 20th. */
  beforeMeans: z.enum(['day-before', 'same-day']),
  /** The kinds of task that a leader approves before their assignments are issued. */
  approvalFor: z.array(TaskKind).max(3),
  /** How many tasks the leaders of one unit can star at a time: priorities are few. */
  starsAtMost: z.int().min(1).max(20),
  /** Units are compared by a rate only where its denominator is at least this. */
  comparedFrom: z.int().min(1).max(1000),
  /** Days that differ from the official calendar, each once. */
  calendarDays: z.array(OwnDay).max(400),
}

/** What an office decides for itself; each is read where it takes effect. */
export const Settings = z
  .object({
    answerWithinDays: fields.answerWithinDays.default(3),
    beforeMeans: fields.beforeMeans.default('day-before'),
    approvalFor: fields.approvalFor.default([]),
    starsAtMost: fields.starsAtMost.default(7),
    comparedFrom: fields.comparedFrom.default(30),
    calendarDays: fields.calendarDays.default([]),
    /** What the tiers are called, from which day on; changed by commands of their own. */
    tierNames: z.array(TierName).max(100).default([]),
  })
  .meta({ id: 'Settings' })
export type Settings = z.infer<typeof Settings>

/** A change names what it changes. Without defaults: what it does not name would be set back to them. */
export const SettingsChange = z.object(fields).partial().meta({ id: 'SettingsChange' })

/** Settings as they are stored. Until kinds were told apart, approval was one switch for all but cascades. */
export function settingsFrom(stored: unknown): Settings {
  const value = z.looseObject({ approvalBeforeIssue: z.boolean().optional() }).parse(stored)
  const before = value.approvalBeforeIssue ? { approvalFor: ['directive', 'by-hand'] } : {}
  return Settings.parse({ ...before, ...value })
}

/** Whether a task of this kind waits for a leader. A unit without an office has none, and what it gives on is issued at once. */
export function needsApproval(
  { approvalFor }: Pick<Settings, 'approvalFor'>,
  kind: TaskKind,
  givenBy: { hasOffice: boolean; parentId: string | null },
): boolean {
  return approvalFor.includes(kind) && (kind !== 'cascade' || givenBy.hasOffice || givenBy.parentId === null)
}
