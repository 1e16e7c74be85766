import { useEffect, useState } from 'react'

// A quick typist's pause between letters; Telex writes one letter in several key strokes.
const PAUSE_MS = 160

/** What was typed, once the typing pauses: the server is not asked letter by letter. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return typed === '' ? '' : settled
}
