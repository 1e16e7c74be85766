import { MutationCache, notifyManager, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import { peopleApi } from '#core/people/api.ts'
import { call, Problem } from '#web/client.ts'
import { markSession } from '#web/session.ts'

// A button is busy before the second press of a double click: told a moment later, it would send its command twice.
notifyManager.setScheduler(queueMicrotask)

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watchSession, onSuccess: () => markSession('open') }),
  mutationCache: new MutationCache({ onError: watchSession, onSuccess: () => markSession('open') }),
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (count, error) => count < 2 && isPassing(error) },
    mutations: { retry: false },
  },
})

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(peopleApi.me, { signal }),
  staleTime: 60_000,
})

/** A refusal stays a refusal; only the way to the server is worth a second try. */
function isPassing(error: Error): boolean {
  return error instanceof Problem && (error.status === 0 || error.status >= 502)
}

function watchSession(error: Error): void {
  // Before anybody has signed in it only says so.
  if (error instanceof Problem && error.code === 'person/not_signed_in' && queryClient.getQueryData(meQuery.queryKey))
    markSession('ended')
}
