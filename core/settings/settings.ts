import { z } from 'zod'

/** What an office decides for itself; each is read where it takes effect. */
export const Settings = z
  .object({
    /** Working days within which an assignment is answered before it counts as accepted. */
    answerWithinDays: z.int().min(1).max(30).default(3),
    /** Whether "trước ngày 20" ends on the 19th or on the 20th. */
    beforeMeans: z.enum(['day-before', 'same-day']).default('day-before'),
    /** Whether a leader approves before assignments are issued. */
    approvalBeforeIssue: z.boolean().default(false),
  })
  .meta({ id: 'Settings' })
export type Settings = z.infer<typeof Settings>
