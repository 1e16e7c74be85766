import '#web/ui/fonts.css'
import '#web/ui/tokens.css'
import '#web/ui/base.css'
import '#web/ui/shell.css'
import '#web/ui/beside.css'
import '#web/ui/controls.css'
import '#web/ui/fields.css'
import '#web/ui/parts.css'
import '#web/ui/tables.css'
import '#web/ui/thread.css'
import '#web/ui/phone.css'
import '#web/ui/print.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from '#web/i18n/language.ts'
import { queryClient } from '#web/queries.ts'
import { router } from '#web/router.tsx'
import sprite from '#web/ui/sprite.svg?raw'
import { Toasts } from '#web/ui/toast.tsx'

/** A page that is being left lets go of what it was fetching: nothing is missing, and a reload would stop the leaving. */
let leaving = false
addEventListener('beforeunload', () => {
  leaving = true
})

/** After an upgrade the page asks for parts that the server no longer has: the new page has them. Once, or a broken server would loop. */
function reloadOnce(): void {
  if (leaving) return
  const at = Number(sessionStorage.getItem('throughline.reloaded') ?? 0)
  if (Date.now() - at < 60_000) return
  sessionStorage.setItem('throughline.reloaded', `${Date.now()}`)
  location.reload()
}

async function start(): Promise<void> {
  // Browsers of 2026 have Temporal; the older ones of the offices load it.
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  await startLanguage()
  document.body.insertAdjacentHTML('afterbegin', sprite)
  const app = document.querySelector('#app')
  if (!app) throw new Error('index.html has no #app')
  createRoot(app).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </StrictMode>,
  )
}

addEventListener('vite:preloadError', reloadOnce)
await start()
