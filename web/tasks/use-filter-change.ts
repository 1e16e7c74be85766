import { useNavigate } from '@tanstack/react-router'
import type { AssignmentSearch } from '#web/tasks/routes.tsx'

/** Other conditions are another list: the drawer closes with the row it showed. */
export function useFilterChange(): (change: Partial<AssignmentSearch>, replace?: boolean) => void {
  const navigate = useNavigate({ from: '/assignments' })
  return (change, replace = false) =>
    void navigate({ search: (search) => ({ ...search, ...change, open: undefined }), replace })
}
