import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { addressOf } from '#web/client.ts'
import { homeApi } from '#core/home/api.ts'
import { markSession } from '#web/session.ts'

/** What is read again at most so often, however much happens. */
const AT_MOST_EVERY_MS = 4_000
/** Where no stream comes through, so often. */
const POLL_MS = 60_000

/** What is drawn from what; the first part of the keys of queries. Whatever is not named here is read again with all the rest. */
const KEYS_OF: Readonly<Record<string, readonly string[]>> = {
  settings: ['settings', 'calendar-days', 'tiers', 'settings-history'],
}
const LEFT_ALONE = new Set([
  'me',
  'visit',
  'calendar-days',
  'settings',
  'tiers',
  'settings-history',
  'people',
  'addressees',
])

/**
 * Keeps the page in sight as fresh as the server, without taking focus or place: the stream says that something has changed, and what is on
 * screen is read again. Only the window in sight listens; what a hidden one missed it reads when it is looked at.
 */
export function useLive(isSignedIn: boolean): void {
  const client = useQueryClient()
  useEffect(() => (isSignedIn ? listen(client) : undefined), [client, isSignedIn])
}

function listen(client: QueryClient): () => void {
  let source: EventSource | undefined
  let poll: ReturnType<typeof setInterval> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let readAt = 0
  const waiting = new Set<string>()
  const readAgain = () => {
    timer = undefined
    readAt = Date.now()
    const kinds = [...waiting]
    waiting.clear()
    const named = new Set(kinds.flatMap((kind) => KEYS_OF[kind] ?? []))
    const isWork = kinds.some((kind) => KEYS_OF[kind] === undefined)
    void client.invalidateQueries({
      predicate: ({ queryKey: [first] }) => named.has(String(first)) || (isWork && !LEFT_ALONE.has(String(first))),
    })
  }
  const note = (kinds: readonly string[]) => {
    for (const kind of kinds) waiting.add(kind)
    timer ??= setTimeout(readAgain, Math.max(0, readAt + AT_MOST_EVERY_MS - Date.now()))
  }
  const stopPolling = () => {
    clearInterval(poll)
    poll = undefined
  }
  const open = () => {
    if (source || document.hidden) return
    source = new EventSource(addressOf(homeApi.watch))
    let isFirst = true
    source.addEventListener('open', () => {
      stopPolling()
      // What happened between two streams nobody has told.
      if (!isFirst) note(['poll'])
      isFirst = false
    })
    source.addEventListener('change', (event) => note((JSON.parse(String(event.data)) as { kinds: string[] }).kinds))
    source.addEventListener('end', () => {
      close()
      markSession('ended')
    })
    // The browser tries again by itself; in between, and where it has given up, the page asks now and then.
    source.addEventListener('error', () => {
      poll ??= setInterval(() => {
        open()
        note(['poll'])
      }, POLL_MS)
      if (source?.readyState === EventSource.CLOSED) source = undefined
    })
  }
  const close = () => {
    source?.close()
    source = undefined
    stopPolling()
  }
  const look = () => {
    if (document.hidden) return close()
    open()
    note(['poll'])
  }
  document.addEventListener('visibilitychange', look)
  open()
  return () => {
    document.removeEventListener('visibilitychange', look)
    clearTimeout(timer)
    close()
  }
}
