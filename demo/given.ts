import type { Id } from '#core/kernel/id.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import type { Lead } from '#core/tasks/assignment.ts'
import type { Staff } from '#demo/staff.ts'
import type { Tier } from '#demo/words/progress.ts'

/** What the course of an assignment follows from. */
export interface Given {
  /** The same on every machine: by it everything is drawn. */
  key: string
  action: string
  issuedAt: Instant
  dueOn: PlainDate | null
  /** The days on which progress is to be reported; none where it is reported as it comes. */
  reportDays: readonly PlainDate[]
  /** Cascaded work is due by the day of those who gave it on, and that is not theirs to move. */
  isCascaded: boolean
  lead: Lead
  tier: Tier
  /** Of the lead; nobody acts for a body outside, whose answers the office records. */
  staff: Staff
  /** Who gives it: the first one drafted it. */
  office: readonly Id[]
  communes: number
  /** In the numbers of its papers. */
  symbol: string
  name: string
  /** To whom it may be given where it is returned; and another assignment of the lead, into which it may go. */
  otherLead: Lead | null
  another: Id | null
}
