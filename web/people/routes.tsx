import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from '#web/root-routes.tsx'

/** Where to go after signing in: a page of this system, never another host. */
const BackSearch = z.object({
  back: z
    .string()
    .regex(/^\/(?!\/)/)
    .optional()
    .catch(undefined),
})

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search) => BackSearch.parse(search),
  component: lazyRouteComponent(() => import('#web/people/sign-in-page.tsx'), 'SignInPage'),
})

export const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('#web/people/set-up-page.tsx'), 'SetUpPage'),
})

export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  component: lazyRouteComponent(() => import('#web/people/password-page.tsx'), 'PasswordPage'),
})

export const peopleRoutes = [signInRoute, setUpRoute, passwordRoute]
