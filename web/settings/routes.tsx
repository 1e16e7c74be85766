import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '#web/root-routes.tsx'

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('#web/settings/settings-page.tsx'), 'SettingsPage'),
})

export const settingsRoutes = [settingsRoute]
