import { useEffect, useRef, useSyncExternalStore } from 'react'

interface Chord {
  key: string
  ctrl?: boolean
  alt?: boolean
  shift?: boolean
  /** Belongs to an open dialog; without it a dialog keeps the shortcuts of the page under it away. */
  inDialog?: boolean
}

/** A shortcut as the list of shortcuts names it: `ctrl+Enter`. */
type ChordName = string

let registered: readonly ChordName[] = []
const listeners = new Set<() => void>()

/**
 * A shortcut of the page. Telex and VNI turn letters into marks, so there are no single letters, and nothing counts while an input
 * method composes (`isComposing`, or the key code 229 that older ones send instead). A chord means one thing wherever it works, and has its
 * words in the list of shortcuts (`shortcuts.chord` of the texts of search).
 */
export function useShortcut(chord: Chord, run: (event: KeyboardEvent) => void, active = true): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const { key, ctrl = false, alt = false, shift = false, inDialog = false } = chord
  useEffect(() => {
    if (!active) return undefined
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
      if (!inDialog && document.querySelector('dialog[open]')) return
      const held = (event.ctrlKey || event.metaKey) === ctrl && event.altKey === alt && event.shiftKey === shift
      if (held && event.key === key) {
        event.preventDefault()
        latest.current(event)
      }
    }
    document.addEventListener('keydown', listen)
    const name = [ctrl && 'ctrl', alt && 'alt', shift && 'shift', key].filter(Boolean).join('+')
    change([...registered, name])
    return () => {
      document.removeEventListener('keydown', listen)
      const at = registered.indexOf(name)
      change(registered.filter((_, index) => index !== at))
    }
  }, [key, ctrl, alt, shift, inDialog, active])
}

/** Keys that a control takes itself while it has the focus, for the list of shortcuts. */
export function useNamedKeys(names: readonly ChordName[]): void {
  useEffect(() => {
    change([...registered, ...names])
    return () => {
      const left = [...registered]
      for (const name of names) left.splice(left.indexOf(name), 1)
      change(left)
    }
  }, [names])
}

/** The shortcuts that work on the page as it stands, each once, in the order in which they came. */
export function useRegisteredShortcuts(): ChordName[] {
  return [...new Set(useSyncExternalStore(subscribe, () => registered))]
}

function change(next: readonly ChordName[]): void {
  registered = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
