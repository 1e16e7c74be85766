import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { AssignmentState } from '#core/tasks/assignment.ts'
import { signedInRoute } from '#web/root-routes.tsx'

const text = z.string().min(1).max(200).optional().catch(undefined)
const id = z.uuid().optional().catch(undefined)
const offset = z.int().min(1).optional().catch(undefined)

/** What the list shows stands in its address, so that it can be sent to a colleague. */
const AssignmentSearch = z.object({
  q: text,
  state: AssignmentState.optional().catch(undefined),
  lead: id,
  directive: id,
  task: id,
  offset,
  /** The assignment in the drawer. */
  open: id,
})
export type AssignmentSearch = z.infer<typeof AssignmentSearch>

const TaskSearch = z.object({ q: text, directive: id, offset })
export type TaskSearch = z.infer<typeof TaskSearch>

export const dutiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: lazyRouteComponent(() => import('#web/tasks/duties-page.tsx'), 'DutiesPage'),
})

const dutiesAliasRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/duties',
  beforeLoad: () => {
    throw redirect({ to: '/' })
  },
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
  validateSearch: (search) => AssignmentSearch.parse(search),
  staticData: { slim: true },
  component: lazyRouteComponent(() => import('#web/tasks/assignment-list-page.tsx'), 'AssignmentListPage'),
})

export const assignmentRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/assignments/$id',
  component: lazyRouteComponent(() => import('#web/tasks/assignment-page.tsx'), 'AssignmentPage'),
})

export const taskRoutes = [
  dutiesRoute,
  dutiesAliasRoute,
  tasksRoute,
  newTaskRoute,
  taskRoute,
  assignmentsRoute,
  assignmentRoute,
]
