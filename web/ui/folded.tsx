import { type ReactNode, useState } from 'react'

/** What is shown on demand is drawn on demand: long lists in a closed fold cost as much as in an open one. On paper it is as it was left. */
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
