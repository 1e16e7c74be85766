import type { ReactNode } from 'react'

/**
 * The link of a row, to its own page: a press opens the row as the table does, with Ctrl the page in a tab of its own. A plain link, because
 * a thousand of the router's would each look at the address again with every press.
 */
export function RowLink({ href, title, children }: { href: string; title?: string; children: ReactNode }) {
  return (
    <a className="q two" href={href} title={title} tabIndex={-1} data-opens="">
      {children}
    </a>
  )
}
