import { useSyncExternalStore } from 'react'

/** What can stand over any page, one at a time, and the guide beside it, which stays while one goes from page to page. */
interface Overlays {
  dialog: 'palette' | 'shortcuts' | null
  guide: boolean
}

let overlays: Overlays = { dialog: null, guide: false }
const listeners = new Set<() => void>()

export function showDialog(dialog: Overlays['dialog']): void {
  change({ ...overlays, dialog })
}

export function showGuide(guide: boolean): void {
  change({ ...overlays, guide })
}

export function useOverlays(): Overlays {
  return useSyncExternalStore(subscribe, () => overlays)
}

function change(next: Overlays): void {
  overlays = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
