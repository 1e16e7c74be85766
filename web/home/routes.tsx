import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { ChangeKind } from '#core/home/change.ts'
import { signedInRoute } from '#web/root-routes.tsx'

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: lazyRouteComponent(() => import('#web/home/home-page.tsx'), 'HomePage'),
})

const ChangeSearch = z.object({
  kind: ChangeKind.catch('issued'),
  since: z.iso.datetime().catch('2000-01-01T00:00:00Z'),
  offset: z.int().min(1).optional().catch(undefined),
})

export const changesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/changes',
  validateSearch: (search) => ChangeSearch.parse(search),
  component: lazyRouteComponent(() => import('#web/home/changes-page.tsx'), 'ChangesPage'),
})

export const homeRoutes = [homeRoute, changesRoute]
