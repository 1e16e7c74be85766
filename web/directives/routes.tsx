import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { ReadingState } from '#core/directives/directive.ts'
import { signedInRoute } from '#web/root-routes.tsx'

/** What the address of the register keeps. */
const RegisterSearch = z.object({
  q: z.string().optional().catch(undefined),
  state: ReadingState.optional().catch(undefined),
  offset: z.number().int().min(0).optional().catch(undefined),
})

export const registerRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/directives',
  validateSearch: (search) => RegisterSearch.parse(search),
  component: lazyRouteComponent(() => import('#web/directives/register-page.tsx'), 'RegisterPage'),
})

/** `at` is a place in the text as an offset: links from tasks lead to the sentence. `page` is one of the original, beside its words. */
const ReaderSearch = z.object({
  proposal: z.string().optional().catch(undefined),
  at: z.number().int().min(0).optional().catch(undefined),
  page: z.number().int().min(1).optional().catch(undefined),
  view: z.enum(['text', 'pages']).optional().catch(undefined),
})

export const readerRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/directives/$id',
  staticData: { slim: true },
  validateSearch: (search) => ReaderSearch.parse(search),
  component: lazyRouteComponent(() => import('#web/directives/reader-page.tsx'), 'ReaderPage'),
})

export const directiveRoutes = [registerRoute, readerRoute]
