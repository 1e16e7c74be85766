import type { Id } from '#core/kernel/id.ts'
import { dayOf, type Instant, type PlainDate } from '#core/kernel/plain-date.ts'
import type { Report } from '#core/tasks/answers.ts'
import type { Assignment } from '#core/tasks/assignment.ts'
import type { ReportingFacts } from '#core/tasks/reporting.ts'

/** What the expected reports of a stored assignment follow from. */
export function reportingFacts(
  assignment: Pick<Assignment, 'reporting' | 'state' | 'issuedOn' | 'answerFrom' | 'completion'>,
  row: {
    answeredAt: Instant | null
    exitedOn: PlainDate | null
    reports: readonly (Pick<Report, 'reportedOn' | 'outcome' | 'decidedAt'> & { id: Id })[]
  },
): ReportingFacts {
  const { state, completion } = assignment
  const isReturned = state === 'returned' && row.answeredAt !== null
  return {
    plan: assignment.reporting,
    issuedOn: assignment.issuedOn,
    answerFrom: assignment.answerFrom,
    completedOn: completion?.reportedOn ?? null,
    endedOn: isReturned ? dayOf(row.answeredAt as Instant) : row.exitedOn,
    reports: row.reports.map(({ id, reportedOn, outcome, decidedAt }) => ({
      id,
      on: reportedOn,
      sentBackAt: outcome === 'sent_back' ? decidedAt : null,
    })),
  }
}
