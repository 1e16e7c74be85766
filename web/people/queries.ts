import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { peopleApi } from '#core/people/api.ts'
import { call } from '#web/client.ts'

export const PEOPLE_PER_PAGE = 50

export function peopleQuery({ q, offset }: { q?: string | undefined; offset?: number | undefined }) {
  return queryOptions({
    queryKey: ['people', q ?? '', offset ?? 0],
    queryFn: ({ signal }) =>
      call(peopleApi.listPeople, {
        query: { ...(q === undefined ? {} : { q }), offset: offset ?? 0, limit: PEOPLE_PER_PAGE },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => call(peopleApi.listTokens, { signal }),
})
