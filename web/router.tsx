import { createRouter } from '@tanstack/react-router'
import { dictionaryRoutes } from '#web/dictionary/routes.tsx'
import { directiveRoutes } from '#web/directives/routes.tsx'
import { homeRoutes } from '#web/home/routes.tsx'
import { helpRoutes } from '#web/help/routes.tsx'
import { importRoutes } from '#web/imports/routes.tsx'
import { journalRoutes } from '#web/journal/routes.tsx'
import { accountRoutes } from '#web/people/admin-routes.tsx'
import { searchRoutes } from '#web/palette/routes.tsx'
import { peopleRoutes } from '#web/people/routes.tsx'
import { queryClient } from '#web/queries.ts'
import { rootRoute, signedInRoute } from '#web/root-routes.tsx'
import { settingsRoutes } from '#web/settings/routes.tsx'
import { taskRoutes } from '#web/tasks/routes.tsx'

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...peopleRoutes,
    signedInRoute.addChildren([
      ...homeRoutes,
      ...directiveRoutes,
      ...taskRoutes,
      ...accountRoutes,
      ...dictionaryRoutes,
      ...importRoutes,
      ...searchRoutes,
      ...helpRoutes,
      ...settingsRoutes,
      ...journalRoutes,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
