import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { discussionApi } from '#core/tasks/discussion-api.ts'
import { call } from '#web/client.ts'
import { messagesQuery, seenQuery } from '#web/tasks/discussion-queries.ts'

// Whoever only passes by with Alt ↓ has not read it.
const READ_AFTER_MS = 1500

/**
 * Notes that the reader has the assignment open, at each version once, and again when something was said meanwhile: what is read on an open page
 * is read. What was unread stays marked while the page is open.
 */
function useSeen(id: string, version: number): void {
  const client = useQueryClient()
  const { data } = useQuery(messagesQuery(id))
  const said = data?.items.map((message) => `${message.id} ${message.version}`).join()
  const isThere = data !== undefined
  useEffect(() => {
    // Before what was said is there nothing of it has been read.
    if (!isThere) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const note = () => {
      const shown = client.getQueryData(messagesQuery(id).queryKey)?.asOf
      call(discussionApi.markSeen, { params: { id }, body: { shown } })
        .then(({ noted }) => {
          if (!noted) return
          void client.invalidateQueries({ queryKey: seenQuery(id).queryKey })
          void client.invalidateQueries({ queryKey: ['duties'] })
        })
        // An acknowledgement that does not arrive is given at the next opening.
        .catch(() => undefined)
    }
    // A tab in the background is open, but nobody reads it.
    const look = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') timer = setTimeout(note, READ_AFTER_MS)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [client, id, version, said, isThere])
}

/** Stands where the assignment is shown. */
export function SeenMark({ id, version }: { id: string; version: number }): null {
  useSeen(id, version)
  return null
}
