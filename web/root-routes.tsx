import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { Problem } from '#web/client.ts'
import { meQuery } from '#web/queries.ts'
import { Crashed } from '#web/ui/crashed.tsx'
import { NotFound } from '#web/ui/not-found.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page needs width: the side bar shrinks to its icons, always or where the window is narrow. */
    slim?: boolean | 'narrow'
  }
}

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  notFoundComponent: NotFound,
  errorComponent: Crashed,
})

/** Everything inside the frame: slices hang their pages on it. Whoever is not signed in goes to the sign-in page and comes back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: lazyRouteComponent(() => import('#web/ui/shell.tsx'), 'Shell'),
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queryClient.ensureQueryData(meQuery)
      if (me.mustChangePassword) throw redirect({ to: '/password' })
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        throw redirect({ to: '/sign-in', search: { back: location.href } })
      }
      throw error
    }
  },
})
