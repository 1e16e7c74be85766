import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/button.tsx'

/** A question or a form above the page, on the browser's own modal: it keeps the focus inside and gives it back at the end. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  wide,
}: {
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  wide?: boolean
}) {
  const { t } = useTranslation()
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const opener = document.activeElement
    ref.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    <dialog ref={ref} className={`dlg${wide ? ' wide' : ''}`} aria-labelledby={titleId} onClose={onClose}>
      <header className="dlg-h">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="x" label={t('close')} onClick={() => ref.current?.close()} />
      </header>
      <div className="dlg-b">{children}</div>
      {actions && <footer className="dlg-f">{actions}</footer>}
    </dialog>
  )
}
