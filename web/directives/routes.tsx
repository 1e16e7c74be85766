import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { ReadingState } from '#core/directives/directive.ts'
import { Month, RegisterSort } from '#core/directives/register.ts'
import { signedInRoute } from '#web/root-routes.tsx'

const word = z.string().optional().catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/** What the address of the register keeps: its conditions, its order and the line in the drawer. */
const RegisterSearch = z.object({
  q: word,
  state: ReadingState.optional().catch(undefined),
  type: word,
  issuer: word,
  urgency: word,
  owner: word,
  month: Month.optional().catch(undefined),
  receivedFrom: day,
  receivedTo: day,
  overdue: z.literal(true).optional().catch(undefined),
  sort: RegisterSort.optional().catch(undefined),
  open: word,
})
export type RegisterSearch = z.infer<typeof RegisterSearch>

export const registerRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/directives',
  validateSearch: (search) => RegisterSearch.parse(search),
  staticData: { slim: 'narrow' },
  component: lazyRouteComponent(() => import('#web/directives/register-page.tsx'), 'RegisterPage'),
})

const registerPrintRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/directives/print',
  validateSearch: (search) => RegisterSearch.extend({ columns: word, title: word }).parse(search),
  component: lazyRouteComponent(() => import('#web/directives/register-print-page.tsx'), 'RegisterPrintPage'),
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

export const directiveRoutes = [registerRoute, registerPrintRoute, readerRoute]
