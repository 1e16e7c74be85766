import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import '#web/ui/popover.css'

/** A small panel under the button that opens it; Esc and a press elsewhere close it, and the focus goes back. */
export function Popover({
  trigger,
  label,
  align = 'start',
  isOpen,
  onOpenChange,
  children,
}: {
  /** The button. */
  trigger: ReactElement<Record<string, unknown>>
  label: string
  align?: 'start' | 'end'
  /** Where the page opens and closes it itself. */
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children: ReactNode
}) {
  return (
    <Base.Root {...(isOpen === undefined ? {} : { open: isOpen })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="pop-pos" sideOffset={4} align={align} collisionPadding={8}>
          <Base.Popup className="pop pop-in" aria-label={label}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
