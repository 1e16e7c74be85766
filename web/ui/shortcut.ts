import { useEffect, useRef } from 'react'

interface Chord {
  key: string
  ctrl?: boolean
  alt?: boolean
  shift?: boolean
  /** Belongs to an open dialog; without it a dialog keeps the shortcuts of the page under it away. */
  inDialog?: boolean
}

/**
 * A shortcut of the page. Telex and VNI turn letters into marks, so there are no single letters, and nothing counts while an input
 * method composes (`isComposing`, or the key code 229 that older ones send instead).
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
    return () => document.removeEventListener('keydown', listen)
  }, [key, ctrl, alt, shift, inDialog, active])
}
