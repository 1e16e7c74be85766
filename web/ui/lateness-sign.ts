import type { Texts } from '#web/i18n/vi.ts'

export type LatenessWord = keyof Texts['shell']['lateness']

/** Which drawing of the sprite stands for a class: one for each, since the colour only repeats what the shape says. */
export const LATENESS_SIGN = {
  open_in_term: 'open',
  open_overdue: 'over',
  open_no_deadline: 'none',
  done_on_time: 'ok',
  done_late: 'late',
  done_no_deadline: 'done',
  closed_without_result: 'gone',
  draft: 'draft',
} as const satisfies Record<LatenessWord, string>
