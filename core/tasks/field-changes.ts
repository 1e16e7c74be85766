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
    return inOrder(from) === inOrder(to) ? [] : [{ field, from, to }]
  })
}

/** What is stored and what a command says may name the same keys in another order. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

export function assignmentChanges(before: Assignment, after: Assignment): FieldChange[] {
  return fieldChanges(ASSIGNMENT_FIELDS, before, after)
}
