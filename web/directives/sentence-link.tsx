import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * The throughline between a sentence and its commitment: one curve of 2 px, drawn only where both ends are on screen. It is drawn
 * outside React, because it follows every scroll of both panes.
 */
export function SentenceLink({
  panes,
  activeId,
  hoverId,
}: {
  panes: RefObject<HTMLDivElement | null>
  activeId: string | undefined
  hoverId: string | undefined
}) {
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => {
    const root = panes.current
    if (!root) return undefined
    let frame = 0
    const draw = () => {
      frame = 0
      if (svg.current) drawInto(svg.current, root, activeId, hoverId)
    }
    const ask = () => {
      frame ||= requestAnimationFrame(draw)
    }
    ask()
    const sizes = new ResizeObserver(ask)
    sizes.observe(root)
    for (const pane of root.querySelectorAll('.paper, .cms-b > ol')) sizes.observe(pane)
    root.addEventListener('scroll', ask, { capture: true, passive: true })
    void document.fonts.ready.then(ask)
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      root.removeEventListener('scroll', ask, { capture: true })
    }
  })
  return (
    <svg className="lk" ref={svg} aria-hidden="true">
      <path className="lk-on" />
      <rect className="lk-on" width="4" height="14" />
      <path className="lk-hover" />
    </svg>
  )
}

function drawInto(
  svg: SVGSVGElement,
  root: HTMLElement,
  activeId: string | undefined,
  hoverId: string | undefined,
): void {
  const [line, hover] = svg.querySelectorAll('path')
  const stem = svg.querySelector('rect')
  const active = activeId === undefined ? null : curveOf(root, activeId)
  line?.setAttribute('d', active?.d ?? '')
  stem?.setAttribute('x', `${(active?.x ?? -20) - 3}`)
  stem?.setAttribute('y', `${(active?.y ?? -20) - 7}`)
  const passing = hoverId === undefined || hoverId === activeId ? null : curveOf(root, hoverId)
  hover?.setAttribute('d', passing?.d ?? '')
}

function curveOf(root: HTMLElement, id: string): { d: string; x: number; y: number } | null {
  const pieces = [...root.querySelectorAll(`[data-sn~="${CSS.escape(id)}"]`)].flatMap((piece) => [
    ...piece.getClientRects(),
  ])
  const sign = root.querySelector(`#card-${CSS.escape(id)} .no`)?.getBoundingClientRect()
  const paper = root.querySelector('.docp')?.getBoundingClientRect()
  const list = root.querySelector('.cms')?.getBoundingClientRect()
  if (pieces.length === 0 || !sign || !paper || !list || list.left < paper.right - 4) return null
  const frame = root.getBoundingClientRect()
  const top = Math.min(...pieces.map((rect) => rect.top))
  const bottom = Math.max(...pieces.map((rect) => rect.bottom))
  const y = (top + bottom) / 2 - frame.top
  const x = Math.max(...pieces.map((rect) => rect.right)) + 3 - frame.left
  const toX = sign.left - frame.left - 2
  const toY = sign.top + 10 - frame.top
  // Out of sight at either end: no line that ends in nothing.
  const headOfList = root.querySelector('.cmh')?.getBoundingClientRect().bottom ?? list.top
  if (y < paper.top - frame.top || y > frame.height || sign.top < headOfList - 4 || sign.bottom > list.bottom)
    return null
  const bend = paper.right - frame.left - 14
  return { d: `M${x} ${y}C${bend} ${y} ${bend} ${toY} ${toX} ${toY}`, x, y }
}
