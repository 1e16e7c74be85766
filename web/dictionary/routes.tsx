import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { PhraseKind } from '#core/units/fixed-phrase.ts'
import { Addressee } from '#core/units/unit-ref.ts'
import { signedInRoute } from '#web/root-routes.tsx'

export const SECTIONS = ['aliases', 'groups', 'external', 'phrases'] as const

const DictionarySearch = z.object({
  section: z.enum(SECTIONS).optional().catch(undefined),
  q: z.string().min(1).max(100).optional().catch(undefined),
  /** Of aliases: what they mean. */
  means: Addressee.shape.kind.optional().catch(undefined),
  /** Of phrases. */
  kind: PhraseKind.optional().catch(undefined),
  offset: z.int().min(1).optional().catch(undefined),
})
export type DictionarySearch = z.infer<typeof DictionarySearch>

const dictionaryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/dictionary',
  validateSearch: (search) => DictionarySearch.parse(search),
  component: lazyRouteComponent(() => import('#web/dictionary/dictionary-page.tsx'), 'DictionaryPage'),
})

export const dictionaryRoutes = [dictionaryRoute]
