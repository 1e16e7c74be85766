import type { PlainDate } from '#core/kernel/plain-date.ts'
import { daysBetween } from '#core/kernel/plain-date.ts'
import type { Lateness, Verdict } from '#core/tasks/lateness.ts'

/** How an assignment stands beside a day, in whole days; what a table row says in words and draws as a bar. */
export type Against =
  | { kind: 'over' | 'left' | 'done_late' | 'reported_late' | 'age'; days: number }
  | { kind: 'today' | 'done_on_time' | 'done' | 'awaiting' | 'closed' | 'not_counted' }

/** Against the effective due date. While a completion waits for the office its clock stands, so no days run. */
export function againstToday(lateness: Lateness, today: PlainDate): Against {
  if (lateness.class === 'open_no_deadline') return { kind: 'age', days: lateness.ageDays ?? 0 }
  if (lateness.awaitingConfirmation && lateness.class === 'open_in_term') return { kind: 'awaiting' }
  const against = againstVerdict(lateness, today)
  return lateness.awaitingConfirmation && against.kind === 'over' ? { ...against, kind: 'reported_late' } : against
}

/** Against one due date, such as the original one. */
export function againstVerdict(verdict: Verdict, today: PlainDate): Against {
  switch (verdict.class) {
    case 'open_overdue':
      return { kind: 'over', days: verdict.daysLate ?? 0 }
    case 'open_in_term': {
      const days = verdict.dueOn === null ? 0 : daysBetween(today, verdict.dueOn)
      // Reported before its day and not yet judged: the day itself may have passed since.
      return days > 0 ? { kind: 'left', days } : days === 0 ? { kind: 'today' } : { kind: 'awaiting' }
    }
    case 'done_late':
      return { kind: 'done_late', days: verdict.daysLate ?? 0 }
    case 'done_on_time':
      return { kind: 'done_on_time' }
    case 'done_no_deadline':
    case 'open_no_deadline':
      return { kind: verdict.class === 'done_no_deadline' ? 'done' : 'not_counted' }
    case 'closed_without_result':
      return { kind: 'closed' }
    case 'not_counted':
      return { kind: 'not_counted' }
  }
}
