import { useSyncExternalStore } from 'react'

type Session = 'open' | 'ended'

let session: Session = 'open'
const listeners = new Set<() => void>()

/** An ended session takes nobody off the page: what was typed stays, and a strip offers to sign in again. */
export function markSession(next: Session): void {
  if (next === session) return
  session = next
  for (const listener of listeners) listener()
}

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => session,
  )
}
