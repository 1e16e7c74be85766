import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '#web/root-routes.tsx'

const guideRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/help',
  component: lazyRouteComponent(() => import('#web/help/guide-page.tsx'), 'GuidePage'),
})

export const helpRoutes = [guideRoute]
