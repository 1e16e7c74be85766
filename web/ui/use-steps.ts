import { useEffect, useState } from 'react'

const PAUSE_MS = 30

/** How many of a long list are drawn by now: the first at once, the rest in steps, so that the page answers from the start. */
export function useSteps(total: number, first: number, perStep: number): number {
  const [drawn, setDrawn] = useState(first)
  useEffect(() => {
    if (drawn >= total) return undefined
    const timer = setTimeout(() => setDrawn(drawn + perStep), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [drawn, total, perStep])
  return Math.min(drawn, total)
}
