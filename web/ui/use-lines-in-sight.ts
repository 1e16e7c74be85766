import { type RefObject, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Lines } from '#web/ui/table-lines.ts'

/** Lines drawn beyond either edge. */
const BEYOND = 8
/** Pixels by which the window moves, so that most steps of a scrolling wheel draw nothing. */
const STEP = 160

export interface LineSpan {
  from: number
  /** Exclusive. */
  to: number
}

/** Which lines to draw while the pane scrolls; on paper all of them. A pane that does not scroll has them all in sight. */
export function useLinesInSight(pane: RefObject<HTMLElement | null>, lines: Lines): LineSpan {
  const [seen, setSeen] = useState({ top: 0, bottom: 8 * STEP })
  const [isPrinting, setPrinting] = useState(false)
  useLayoutEffect(() => {
    const element = pane.current
    if (!element) return undefined
    const look = () => {
      const top = Math.floor(element.scrollTop / STEP) * STEP
      const bottom = Math.ceil((element.scrollTop + element.clientHeight) / STEP) * STEP
      setSeen((now) => (now.top === top && now.bottom === bottom ? now : { top, bottom }))
    }
    look()
    const size = new ResizeObserver(look)
    size.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      size.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [pane])
  useLayoutEffect(() => {
    const onPaper = () => flushSync(() => setPrinting(true))
    const onScreen = () => setPrinting(false)
    addEventListener('beforeprint', onPaper)
    addEventListener('afterprint', onScreen)
    return () => {
      removeEventListener('beforeprint', onPaper)
      removeEventListener('afterprint', onScreen)
    }
  }, [])
  if (isPrinting) return { from: 0, to: lines.count }
  return {
    from: Math.max(0, lines.lineAt(seen.top) - BEYOND),
    to: Math.min(lines.count, lines.lineAt(seen.bottom) + 1 + BEYOND),
  }
}
