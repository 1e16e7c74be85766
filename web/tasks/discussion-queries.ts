import { queryOptions } from '@tanstack/react-query'
import { discussionApi } from '#core/tasks/discussion-api.ts'
import { call } from '#web/client.ts'

/** What others say arrives while the page is open. */
const REFRESH_MS = 30_000

export function messagesQuery(id: string) {
  return queryOptions({
    queryKey: ['messages', id],
    queryFn: ({ signal }) => call(discussionApi.listMessages, { params: { id }, signal }),
    refetchInterval: REFRESH_MS,
  })
}

export function readersQuery(id: string) {
  return queryOptions({
    queryKey: ['readers', id],
    queryFn: ({ signal }) => call(discussionApi.listReaders, { params: { id }, signal }),
    staleTime: 300_000,
  })
}

export function seenQuery(id: string) {
  return queryOptions({
    queryKey: ['seen', id],
    queryFn: ({ signal }) => call(discussionApi.listSeen, { params: { id }, signal }),
  })
}
