import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { signedInRoute } from '#web/root-routes.tsx'

const JournalSearch = z.object({ subject: z.uuid().optional().catch(undefined) })
export type JournalSearch = z.infer<typeof JournalSearch>

const journalRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/journal',
  validateSearch: (search) => JournalSearch.parse(search),
  component: lazyRouteComponent(() => import('#web/journal/journal-page.tsx'), 'JournalPage'),
})

export const journalRoutes = [journalRoute]
