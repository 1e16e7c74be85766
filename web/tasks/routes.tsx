import { createRoute } from '@tanstack/react-router'
import { signedInRoute } from '#web/root-routes.tsx'

const dutiesRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/' })
const tasksRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/tasks' })
const taskRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/tasks/$id' })
const assignmentsRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/assignments' })
const assignmentRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/assignments/$id' })

export const taskRoutes = [dutiesRoute, tasksRoute, taskRoute, assignmentsRoute, assignmentRoute]
