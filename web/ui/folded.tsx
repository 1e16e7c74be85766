import { type ReactNode, useState } from 'react'

/** What is shown on demand is drawn on demand: long lists in a closed fold cost as much to draw as in an open one. */
export function Folded({
  className,
  head,
  children,
}: {
  className: string
  head: ReactNode
  children: () => ReactNode
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{head}</summary>
      {isOpen ? children() : null}
    </details>
  )
}
