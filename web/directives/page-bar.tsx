import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ZOOMS } from '#web/directives/page-picture.tsx'
import type { Zoom } from '#web/directives/page-picture.tsx'
import type { Pages } from '#web/directives/pages-of.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useShortcut } from '#web/ui/shortcut.ts'

/** Turning pages, their size, and how many of them have words. */
export function PageBar({
  page,
  pages,
  zoom,
  mayType,
  onPage,
  onZoom,
  children,
}: {
  page: number
  pages: Pages
  zoom: Zoom
  /** Done with this page: on to the next that waits for its words. */
  mayType: boolean
  /** `types`: whoever asks goes on typing there. */
  onPage: (page: number, types: boolean) => void
  onZoom: (zoom: Zoom) => void
  children?: ReactNode
}) {
  const { t } = useTranslation('directives')
  const field = useRef<HTMLInputElement>(null)
  const { count, empty } = pages
  const next = empty.find((one) => one > page) ?? empty[0]
  const turn = (step: number, types: boolean) => onPage(Math.min(count, Math.max(1, page + step)), types)
  useShortcut({ key: 'PageDown', alt: true }, () => turn(1, true))
  useShortcut({ key: 'PageUp', alt: true }, () => turn(-1, true))
  useShortcut({ key: 'g', alt: true }, () => field.current?.select())
  return (
    <div className="pbar">
      <nav className="row tight" aria-label={t('page.turn')}>
        <IconButton
          icon="left"
          label={t('page.previous')}
          aria-keyshortcuts="Alt+PageUp"
          disabled={page === 1}
          onClick={() => turn(-1, false)}
        />
        <span className="pwd">{t('page.word')}</span>
        <PageNumber ref={field} key={page} page={page} count={count} onPage={(to) => onPage(to, false)} />
        <span className="nw">{t('page.total', { count })}</span>
        <IconButton
          icon="right"
          label={t('page.next')}
          aria-keyshortcuts="Alt+PageDown"
          disabled={page === count}
          onClick={() => turn(1, false)}
        />
      </nav>
      <fieldset className="seg" aria-label={t('page.zoom')}>
        {ZOOMS.map((one) => (
          <button key={one} type="button" aria-pressed={one === zoom} onClick={() => onZoom(one)}>
            {t(`page.zooms.${one}`)}
          </button>
        ))}
      </fieldset>
      <span className="grow" />
      <span className="mut nw pent">{t('page.entered', { entered: count - empty.length, count })}</span>
      {next !== undefined && mayType && (
        <Button small icon="right" onClick={() => onPage(next, true)}>
          {t('page.typeNext', { page: next })}
        </Button>
      )}
      {children}
    </div>
  )
}

function PageNumber({
  ref,
  page,
  count,
  onPage,
}: {
  ref: React.RefObject<HTMLInputElement | null>
  page: number
  count: number
  onPage: (page: number) => void
}) {
  const { t } = useTranslation('directives')
  const [typed, setTyped] = useState(`${page}`)
  const go = () => {
    const wanted = Number.parseInt(typed, 10)
    const there = Number.isNaN(wanted) ? page : Math.min(count, Math.max(1, wanted))
    setTyped(`${there}`)
    if (there !== page) onPage(there)
  }
  return (
    <input
      ref={ref}
      className="in pno"
      inputMode="numeric"
      aria-label={t('page.number', { count })}
      aria-keyshortcuts="Alt+G"
      value={typed}
      onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={go}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) go()
      }}
    />
  )
}
