import { queryOptions } from '@tanstack/react-query'
import { peopleApi } from '#core/people/api.ts'
import { call } from '#web/client.ts'
import { WINDOW_SIZE } from '#web/ui/use-windows.ts'

export function peopleWindowQuery(q: string | undefined, offset: number) {
  return {
    queryKey: ['people', q ?? '', offset],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(peopleApi.listPeople, {
        query: { ...(q === undefined ? {} : { q }), offset, limit: WINDOW_SIZE },
        signal,
      }),
  }
}

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => call(peopleApi.listTokens, { signal }),
})
