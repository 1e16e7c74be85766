import { queryOptions } from '@tanstack/react-query'
import { homeApi } from '#core/home/api.ts'
import type { ChangeKind } from '#core/home/change.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { call } from '#web/client.ts'

/** Opening the page is what counts as a visit: once, however often it is looked at. */
export const visitQuery = queryOptions({
  queryKey: ['visit'],
  queryFn: ({ signal }) => call(homeApi.visit, { signal }),
  staleTime: 600_000,
})

export function changeCountsQuery(since: Instant | undefined) {
  return queryOptions({
    queryKey: ['changes', 'counts', since],
    queryFn: ({ signal }) => call(homeApi.countChanges, { query: { since: since ?? '' }, signal }),
    enabled: since !== undefined,
  })
}

export const CHANGES_PER_PAGE = 50

export function changesQuery(search: { since: string; kind: ChangeKind; offset: number }) {
  return queryOptions({
    queryKey: ['changes', 'list', search],
    queryFn: ({ signal }) => call(homeApi.listChanges, { query: { ...search, limit: CHANGES_PER_PAGE }, signal }),
  })
}
