import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { SearchKind } from '#core/search/api.ts'
import { signedInRoute } from '#web/root-routes.tsx'

const Search = z.object({
  // What looks like a number comes out of the address as one.
  q: z.coerce.string().max(200).optional().catch(undefined),
  kind: SearchKind.optional().catch(undefined),
})

export const searchRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/search',
  validateSearch: (search) => Search.parse(search),
  component: lazyRouteComponent(() => import('#web/palette/search-page.tsx'), 'SearchPage'),
})

export const searchRoutes = [searchRoute]
