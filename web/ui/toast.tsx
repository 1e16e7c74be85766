import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#web/ui/button.tsx'

interface Toast {
  id: number
  text: string
  action?: { text: string; run: () => void }
}

// Undo stays for 10 seconds (DESIGN.md §6); a notice without one goes after 6.
const WITH_ACTION_MS = 10_000
const PLAIN_MS = 6_000

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

export function showToast(text: string, action?: Toast['action']): void {
  const toast = { id: nextId, text, ...(action ? { action } : {}) }
  nextId += 1
  change([...toasts.slice(-2), toast])
  setTimeout(() => dismiss(toast.id), action ? WITH_ACTION_MS : PLAIN_MS)
}

/** The notices at the foot of the page, read out politely. */
export function Toasts() {
  const { t } = useTranslation()
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <output className="toasts" aria-live="polite" aria-label={t('notice')}>
      {shown.map((toast) => (
        <div key={toast.id} className="toast">
          <span>{toast.text}</span>
          {toast.action && (
            <Button
              small
              onClick={() => {
                toast.action?.run()
                dismiss(toast.id)
              }}
            >
              {toast.action.text}
            </Button>
          )}
          <IconButton small icon="x" label={t('dismiss')} onClick={() => dismiss(toast.id)} />
        </div>
      ))}
    </output>
  )
}

function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id))
}

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
