import type { Assignment } from '#core/tasks/assignment.ts'

/** The fields of an assignment whose every change is kept with its old and its new value. */
export const ASSIGNMENT_FIELDS = [
  'state',
  'lead',
  'action',
  'dueOn',
  'deadlineText',
  'cooperatingIds',
  'monitorId',
  'handlerId',
  'percent',
  'reporting',
] as const
export const TASK_FIELDS = ['action', 'deliverable', 'deadline'] as const

export interface FieldChange<Field extends string = string> {
  field: Field
  from: unknown
  to: unknown
}

/** What a command made different; ids stay ids, the names of that day are told where it is read. */
export function fieldChanges<Field extends string>(
  fields: readonly Field[],
  before: Readonly<Record<Field, unknown>>,
  after: Readonly<Record<Field, unknown>>,
): FieldChange<Field>[] {
  return fields.flatMap((field) => {
    const [from, to] = [before[field] ?? null, after[field] ?? null]
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }]
  })
}

export function assignmentChanges(before: Assignment, after: Assignment): FieldChange[] {
  return fieldChanges(ASSIGNMENT_FIELDS, before, after)
}
