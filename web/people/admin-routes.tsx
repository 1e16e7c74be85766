import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { signedInRoute } from '#web/root-routes.tsx'

const PeopleSearch = z.object({
  q: z.string().min(1).max(100).optional().catch(undefined),
})
export type PeopleSearch = z.infer<typeof PeopleSearch>

const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people',
  validateSearch: (search) => PeopleSearch.parse(search),
  component: lazyRouteComponent(() => import('#web/people/people-page.tsx'), 'PeoplePage'),
})

const meRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/me',
  component: lazyRouteComponent(() => import('#web/people/me-page.tsx'), 'MePage'),
})

export const accountRoutes = [peopleRoute, meRoute]
