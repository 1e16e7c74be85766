import { z } from 'zod'
import { OwnDay } from '#core/settings/own-days.ts'

const fields = {
  /** Working days within which an assignment is answered before it counts as accepted. */
  answerWithinDays: z.int().min(1).max(30),
  /** Whether "trước ngày 20" ends on the 19th or on the 20th. */
  beforeMeans: z.enum(['day-before', 'same-day']),
  /** Whether a leader approves before assignments are issued. */
  approvalBeforeIssue: z.boolean(),
  /** Days that differ from the official calendar, each once. */
  calendarDays: z.array(OwnDay).max(400),
}

/** What an office decides for itself; each is read where it takes effect. */
export const Settings = z
  .object({
    answerWithinDays: fields.answerWithinDays.default(3),
    beforeMeans: fields.beforeMeans.default('day-before'),
    approvalBeforeIssue: fields.approvalBeforeIssue.default(false),
    calendarDays: fields.calendarDays.default([]),
  })
  .meta({ id: 'Settings' })
export type Settings = z.infer<typeof Settings>

/** A change names what it changes. Without defaults: what it does not name would be set back to them. */
export const SettingsChange = z.object(fields).partial().meta({ id: 'SettingsChange' })
