import type { ReactNode } from 'react'

/** A drawing that says what it shows: one picture with one name, whatever it is made of (an `img` cannot hold our colours). */
export function Figure({
  label,
  viewBox,
  className,
  children,
}: {
  label: string
  viewBox: string
  className: string
  children: ReactNode
}) {
  const name = { role: 'img', 'aria-label': label }
  return (
    <svg className={className} viewBox={viewBox} {...name}>
      {children}
    </svg>
  )
}
