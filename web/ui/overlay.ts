import { useSyncExternalStore } from 'react'

/** What can stand over any page, one at a time. */
interface Overlays {
  dialog: 'palette' | 'shortcuts' | null
}

let overlays: Overlays = { dialog: null }
const listeners = new Set<() => void>()

export function showDialog(dialog: Overlays['dialog']): void {
  overlays = { dialog }
  for (const listener of listeners) listener()
}

export function useOverlays(): Overlays {
  return useSyncExternalStore(subscribe, () => overlays)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
