import { Link } from '@tanstack/react-router'
import type { AssignmentFilterText } from '#core/tasks/assignment-filter.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** A number that opens the list behind it; the list is counted by the same conditions. */
export function NumberLink({
  n,
  filter,
  label,
}: {
  n: number
  filter: AssignmentFilterText
  /** What is counted, for those who hear the number alone. */
  label: string
}) {
  const format = useFormat()
  return (
    <Link className="q n" to="/assignments" search={filter} aria-label={`${format.number(n)}, ${label}`}>
      {format.number(n)}
    </Link>
  )
}
