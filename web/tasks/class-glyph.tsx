import type { LatenessClass } from '#core/tasks/lateness.ts'
import { LatenessGlyph } from '#web/ui/glyph.tsx'
import type { LatenessWord } from '#web/ui/lateness-sign.ts'

type Tone = 'ok' | 'late' | 'open' | 'over' | 'none'

/** The colour family of a class: the shape carries the meaning, the colour repeats it. */
export const TONE: Readonly<Record<LatenessClass, Tone>> = {
  done_on_time: 'ok',
  done_late: 'late',
  done_no_deadline: 'ok',
  open_in_term: 'open',
  open_overdue: 'over',
  open_no_deadline: 'none',
  closed_without_result: 'none',
  not_counted: 'none',
}

/** What is not yet given is not counted; on screen it is a draft. */
export function wordOf(kind: LatenessClass): LatenessWord {
  return kind === 'not_counted' ? 'draft' : kind
}

export function ClassGlyph({ of, beside = false }: { of: LatenessClass; beside?: boolean }) {
  return <LatenessGlyph of={wordOf(of)} beside={beside} />
}
