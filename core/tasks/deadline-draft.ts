import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Deadline } from '#core/tasks/deadline.ts'

/** A deadline while somebody types it: every field is there, none need be right yet. */
export interface DeadlineDraft {
  text: string
  kind: Deadline['kind']
  day: PlainDate | null
  before: boolean
}

export const NO_DEADLINE: DeadlineDraft = { text: '', kind: 'by', day: null, before: false }

export function draftOf(deadline: Deadline | null): DeadlineDraft | null {
  if (deadline === null) return null
  return { text: deadline.text, kind: deadline.kind, day: deadline.iso, before: deadline.before ?? false }
}

/** What is still missing; a day is needed where the kind names one. */
export function lacksOf(draft: DeadlineDraft): { text: boolean; day: boolean } {
  return {
    text: draft.text.trim() === '',
    day: (draft.kind === 'by' || draft.kind === 'in-period') && draft.day === null,
  }
}

/** The deadline as it is sent. What the form does not show (hour, event, rule) is kept from the one that was there. */
export function deadlineOf(draft: DeadlineDraft | null, was: Deadline | null): Deadline | null {
  if (draft === null) return null
  const { before: _, ...kept } = was ?? {}
  return {
    ...kept,
    text: draft.text.trim(),
    kind: draft.kind,
    iso: draft.day,
    ...(draft.before && draft.kind === 'by' ? { before: true } : {}),
  }
}
