import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { Lines } from '#web/ui/table-lines.ts'
import { lineOfPlace, type Place, placeAt } from '#web/ui/table-place.ts'
import { useNamedKeys } from '#web/ui/shortcut.ts'
import type { TableProps } from '#web/ui/table.tsx'
import { useChoosing } from '#web/ui/use-choosing.ts'

/** The sticky head lies over the first pixels of the pane. */
const HEAD = 28
const MOVING = ['ArrowDown', 'ArrowUp', 'Enter']
const CHOOSING = [...MOVING, 'Space', 'shift+ArrowDown', 'shift+ArrowUp']

/**
 * One row in the tab order; ↑ ↓ Home End Page ↑/↓ move it, Enter opens, Space chooses, Shift extends, ← → fold a group. Nothing counts while an
 * input method composes.
 */
export function useTableKeys<Row extends { id: string }>(
  { sections, selection, open, onOpen, onFold }: TableProps<Row>,
  lines: Lines,
  pane: RefObject<HTMLElement | null>,
  rowHeight: number,
) {
  useNamedKeys(selection ? CHOOSING : MOVING)
  const [place, setPlace] = useState<Place>(() => placeAt(sections, lines, 0))
  const active = lineOfPlace(sections, lines, place)
  // The row has moved, or has been read by now: from here on it is followed from where it is.
  const now = placeAt(sections, lines, active)
  if (now.section !== place.section || now.row !== place.row || (now.id ?? place.id) !== place.id)
    setPlace({ ...now, id: now.id ?? place.id })
  const focusNext = useRef(false)
  const drawnActive = useRef(active)
  const { choose, chooseRange } = useChoosing(sections, lines, selection)

  useLayoutEffect(() => {
    const focused = document.activeElement
    const line = focused?.closest<HTMLElement>('[data-line]')
    // The focus goes with its row: on the line where that was stands another by now.
    const isLeftBehind =
      drawnActive.current !== active && line && pane.current?.contains(line) && Number(line.dataset['line']) !== active
    drawnActive.current = active
    if (!focusNext.current && !isLeftBehind) return
    focusNext.current = false
    const next = pane.current?.querySelector<HTMLElement>(`[data-line="${active}"]`)
    const box = isLeftBehind && focused instanceof HTMLInputElement ? next?.querySelector('input') : undefined
    ;(box ?? next)?.focus({ preventScroll: true })
  })

  const rowAt = (line: number) => {
    const { section, row } = lines.placeOf(line)
    return row === null ? undefined : sections[section]?.at(row)
  }
  const show = (line: number) => {
    const element = pane.current
    if (!element) return
    const top = lines.topOf(line)
    // The bar of bulk actions floats over the last rows.
    const below = Number.parseFloat(getComputedStyle(element).scrollPaddingBottom) || 0
    const low = top + rowHeight + HEAD + below - element.clientHeight
    if (top < element.scrollTop || low > element.scrollTop)
      element.scrollTo({ top: top < element.scrollTop ? top : low })
  }
  const go = (line: number) => {
    const next = Math.max(0, Math.min(lines.count - 1, line))
    focusNext.current = true
    setPlace(placeAt(sections, lines, next))
    show(next)
    return next
  }
  // The drawer walks to other rows: the table goes with it, so that closing it gives the focus back to the row it showed.
  useLayoutEffect(() => {
    if (open === undefined || rowAt(active)?.id === open) return
    const line = lineOfPlace(sections, lines, { ...place, id: open })
    if (rowAt(line)?.id !== open) return
    setPlace(placeAt(sections, lines, line))
    show(line)
    // Only when another row is opened, not when the active row moves on.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [open])
  const extendTo = (line: number) => chooseRange(active, go(line))

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.altKey) return
    const target = event.target as HTMLElement
    if (target.matches('input:not([type="checkbox"]), textarea, select')) return
    const isRow = target.hasAttribute('data-line')
    const page = Math.max(1, Math.floor((pane.current?.clientHeight ?? 0) / rowHeight) - 2)
    const { section, row } = lines.placeOf(active)
    const group = sections[section]
    const run: Record<string, (() => void) | undefined> = {
      ArrowDown: () => (event.shiftKey ? extendTo(active + 1) : go(active + 1)),
      ArrowUp: () => (event.shiftKey ? extendTo(active - 1) : go(active - 1)),
      Home: () => go(0),
      End: () => go(lines.count - 1),
      PageDown: () => go(active + page),
      PageUp: () => go(active - page),
      ArrowRight: row === null && group && !group.isOpen ? () => onFold?.(group.key, true) : undefined,
      ArrowLeft:
        group?.head === undefined
          ? undefined
          : row === null
            ? () => onFold?.(group.key, false)
            : () => go(lines.lineOf(section, null)),
      Enter: isRow
        ? () => {
            const opened = rowAt(active)
            if (opened) onOpen?.(opened)
            else if (row === null && group) onFold?.(group.key, !group.isOpen)
          }
        : undefined,
      ' ': isRow && selection ? () => choose(active, event.shiftKey) : undefined,
    }
    const act = run[event.key]
    if (!act || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    act()
  }

  const lineOfTarget = (target: EventTarget) => {
    const line = (target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset['line']
    return line === undefined ? undefined : Number(line)
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const line = lineOfTarget(event.target)
    if (line !== undefined && line !== active) setPlace(placeAt(sections, lines, line))
  }
  /** A press on a row opens it, with Ctrl chooses it, with Shift chooses up to it; what is pressed inside of it keeps its own meaning. */
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const line = lineOfTarget(target)
    if (line === undefined || target.closest('a:not([data-opens]), button, input, label')) return
    const isLink = target.closest('a') !== null
    if (isLink) {
      if (event.shiftKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
    }
    if (event.shiftKey || event.ctrlKey || event.metaKey) return choose(line, event.shiftKey)
    if (!isLink && getSelection()?.isCollapsed === false) return
    const row = rowAt(line)
    const { section } = lines.placeOf(line)
    const group = sections[section]
    if (row) onOpen?.(row)
    else if (group?.head !== undefined && lines.placeOf(line).row === null) onFold?.(group.key, !group.isOpen)
  }

  return { active, onKeyDown, onFocus, onClick, choose, go }
}
