import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { ImportKind } from '#core/imports/column-role.ts'
import { signedInRoute } from '#web/root-routes.tsx'

const ImportSearch = z.object({ kind: ImportKind.optional().catch(undefined) })

const importRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/import',
  staticData: { slim: true },
  validateSearch: (search) => ImportSearch.parse(search),
  component: lazyRouteComponent(() => import('#web/imports/import-page.tsx'), 'ImportPage'),
})

export const importRoutes = [importRoute]
