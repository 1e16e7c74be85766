import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { searchApi, type SearchKind } from '#core/search/api.ts'
import { call } from '#web/client.ts'

export function searchQuery(q: string, kind?: SearchKind, limit = 5) {
  return queryOptions({
    queryKey: ['search', q, kind ?? 'all', limit],
    queryFn: ({ signal }) => call(searchApi.search, { query: { q, limit, ...(kind ? { kind } : {}) }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}
