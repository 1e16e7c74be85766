import type { PlainDate } from '#core/kernel/plain-date.ts'
import { daysBetween } from '#core/kernel/plain-date.ts'
import type { Duty } from '#core/tasks/answers.ts'

export interface DutyGroup {
  kind: Duty['kind']
  duties: Duty[]
}

/** What keeps others waiting comes first; one's own long work comes last. */
const ORDER: readonly Duty['kind'][] = [
  'answer',
  'approve',
  'issue',
  'reassign',
  'confirm',
  'mention',
  'on-paper',
  'progress',
  'read-directive',
  'work',
]

/** Duties by kind, in each the earliest day first, those without a day last; and how many are over or near. Days are calendar days. */
export function groupDuties(
  duties: readonly Duty[],
  today: PlainDate,
): { groups: DutyGroup[]; overdue: number; soon: number } {
  const groups = ORDER.map((kind) => ({
    kind,
    duties: duties.filter((duty) => duty.kind === kind).toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)),
  })).filter((group) => group.duties.length > 0)
  const left = duties.flatMap((duty) => (duty.by === null ? [] : [daysBetween(today, duty.by)]))
  return {
    groups,
    overdue: left.filter((days) => days < 0).length,
    soon: left.filter((days) => days >= 0 && days <= 7).length,
  }
}

function dayOf(duty: Duty): string {
  return `${duty.by ?? '9999-12-31'} ${duty.since}`
}
