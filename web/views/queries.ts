import { queryOptions } from '@tanstack/react-query'
import { viewsApi } from '#core/views/api.ts'
import type { ViewKind } from '#core/views/saved-view.ts'
import { call } from '#web/client.ts'

/** One's own views of a list, then those that others share. */
export function savedViewsQuery(kind: ViewKind) {
  return queryOptions({
    queryKey: ['saved-views', kind],
    queryFn: ({ signal }) => call(viewsApi.listSavedViews, { query: { kind }, signal }),
    staleTime: 60_000,
  })
}
