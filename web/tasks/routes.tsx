import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import type { AssignmentFilterText } from '#core/tasks/assignment-filter.ts'
import { AssignmentSort, GroupedBy } from '#core/tasks/assignment-list.ts'
import { signedInRoute } from '#web/root-routes.tsx'
import { readFilter } from '#web/tasks/read-filter.ts'

const text = z.string().min(1).max(200).optional().catch(undefined)
const id = z.uuid().optional().catch(undefined)

/** What the list shows stands in its address, so that it can be sent to a colleague. */
const AssignmentLook = z.object({
  sort: AssignmentSort.optional().catch(undefined),
  group: GroupedBy.optional().catch(undefined),
  /** The assignment in the drawer. */
  open: id,
})
export type AssignmentSearch = AssignmentFilterText & z.infer<typeof AssignmentLook>

const TaskSearch = z.object({ q: text, directive: id })

export const dutiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/duties',
  component: lazyRouteComponent(() => import('#web/tasks/duties-page.tsx'), 'DutiesPage'),
})

export const tasksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tasks',
  validateSearch: (search) => TaskSearch.parse(search),
  component: lazyRouteComponent(() => import('#web/tasks/task-list-page.tsx'), 'TaskListPage'),
})

export const newTaskRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tasks/new',
  component: lazyRouteComponent(() => import('#web/tasks/new-task-page.tsx'), 'NewTaskPage'),
})

export const taskRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('#web/tasks/task-page.tsx'), 'TaskPage'),
})

export const assignmentsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/assignments',
  validateSearch: (search): AssignmentSearch => ({ ...readFilter(search), ...AssignmentLook.parse(search) }),
  staticData: { slim: true },
  component: lazyRouteComponent(() => import('#web/tasks/assignment-list-page.tsx'), 'AssignmentListPage'),
})

const assignmentPrintRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/assignments/print',
  validateSearch: (search): AssignmentSearch & { columns?: string | undefined; title?: string | undefined } => ({
    ...readFilter(search),
    ...AssignmentLook.parse(search),
    columns: typeof search['columns'] === 'string' ? search['columns'] : undefined,
    title: text.parse(search['title']),
  }),
  component: lazyRouteComponent(() => import('#web/tasks/assignment-print-page.tsx'), 'AssignmentPrintPage'),
})

export const assignmentRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/assignments/$id',
  component: lazyRouteComponent(() => import('#web/tasks/assignment-page.tsx'), 'AssignmentPage'),
})

export const taskRoutes = [
  dutiesRoute,
  tasksRoute,
  newTaskRoute,
  taskRoute,
  assignmentsRoute,
  assignmentPrintRoute,
  assignmentRoute,
]
