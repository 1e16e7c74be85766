import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '#web/help/hint.tsx'
import { meQuery } from '#web/queries.ts'
import { LanguageSwitch, ThemeSwitch } from '#web/ui/appearance.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { showDialog, showGuide, useOverlays } from '#web/ui/overlay.ts'
import { noteVisit } from '#web/ui/recent.ts'
import '#web/ui/crumb.css'

interface PageProps {
  title: string
  /** The title as the bar shows it, where some of it may be cut and some may not. */
  heading?: ReactNode
  /** Where the page hangs: links before the title. */
  crumbs?: ReactNode
  /** Small facts beside the title: the as-of time, a tag. */
  note?: ReactNode
  actions?: ReactNode
  /** A work screen: it fills the window and scrolls inside its panes. */
  fill?: boolean
  children: ReactNode
}

/** One page inside the frame: top bar with title, marks and actions, then the content. */
export function Page({ title, heading = title, crumbs, note, actions, fill, children }: PageProps) {
  const { t } = useTranslation()
  const { data: me } = useQuery(meQuery)
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
    noteVisit(location.pathname, title)
  }, [title, t])
  return (
    <main className={`main${fill ? ' fill' : ''}`} id="content" tabIndex={-1}>
      <header className="top">
        <Button look="ghost" icon="menu" className="burger" aria-label={t('openMenu')} popoverTarget="menu" />
        {crumbs ? (
          <div className="crumb">
            {crumbs} <span aria-hidden="true">/</span> <h1>{heading}</h1>
          </div>
        ) : (
          <h1>{title}</h1>
        )}
        {note}
        <span className="grow" />
        {me?.demo && <span className="synth">{t('demo')}</span>}
        <span className="finders">
          <SearchButton />
          <GuideButton />
        </span>
        <span className="tools">
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
        {actions && <span className="acts">{actions}</span>}
      </header>
      <Hint personId={me?.person.id} />
      {children}
    </main>
  )
}

function SearchButton() {
  const { t } = useTranslation('search')
  return (
    <button
      type="button"
      className="search"
      aria-haspopup="dialog"
      title={t('button')}
      onClick={() => showDialog('palette')}
    >
      <Icon name="search" />
      <span className="grow">{t('button')}</span>
      <kbd aria-hidden="true">Ctrl K</kbd>
    </button>
  )
}

function GuideButton() {
  const { t } = useTranslation('help')
  const { guide } = useOverlays()
  return <IconButton icon="book" label={t('open')} aria-expanded={guide} onClick={() => showGuide(!guide)} />
}
