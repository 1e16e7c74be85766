import { AssignmentFilter, type AssignmentFilterText } from '#core/tasks/assignment-filter.ts'

/**
 * The conditions that the server would take; an address with others shows the list without them. The router lays the answer over what the
 * address says, so what is not taken is named too.
 */
export function readFilter(search: Record<string, unknown>): AssignmentFilterText {
  const read = Object.entries(AssignmentFilter.shape).flatMap(([key, condition]) => {
    const value = typeof search[key] === 'number' ? String(search[key]) : search[key]
    if (value === undefined) return []
    return [[key, value !== '' && condition.safeParse(value).success ? value : undefined] as const]
  })
  return Object.fromEntries(read)
}
