import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chapterAt, type ChapterId } from '#web/help/chapters.ts'
import { GuideChapter } from '#web/help/guide-blocks.tsx'
import { findInGuide, useGuide } from '#web/help/use-guide.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Loading } from '#web/ui/states.tsx'
import '#web/help/guide.css'

/** The guide beside the screen that it explains. It follows the page until somebody chooses a chapter; a new page asks for its own again. */
export function GuidePanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('help')
  const { pathname } = useLocation()
  const chapters = useGuide()
  const [chosen, setChosen] = useState<{ chapter: ChapterId; on: string } | null>(null)
  const [typed, setTyped] = useState('')
  const panel = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const id = chosen?.on === pathname ? chosen.chapter : chapterAt(pathname)
  const chapter = chapters?.find((one) => one.id === id)
  const places = chapters && typed.trim() !== '' ? findInGuide(chapters, typed) : undefined
  const open = (next: ChapterId) => {
    setTyped('')
    setChosen({ chapter: next, on: pathname })
    body.current?.scrollTo(0, 0)
    panel.current?.focus()
  }
  useEffect(() => {
    const opener = document.activeElement
    panel.current?.focus()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    // Escape inside closes it; on the page it is the page's.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={panel}
      className="gd"
      tabIndex={-1}
      aria-label={t('title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onClose()
      }}
    >
      <header className="gd-h">
        <Icon name="book" />
        <b className="grow">{t('title')}</b>
        <Link className="btn ghost sm" to="/help" hash={id}>
          {t('whole')}
        </Link>
        <IconButton icon="x" label={t('close')} onClick={onClose} />
      </header>
      <div className="gd-n">
        <label>
          <span className="vh">{t('chapter')}</span>
          <select className="in" value={id} onChange={(event) => open(event.target.value as ChapterId)}>
            {chapters?.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="vh">{t('find')}</span>
          <input
            className="in"
            type="search"
            placeholder={t('find')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      </div>
      <div ref={body} className="gd-b">
        {!chapters && <Loading rows={8} />}
        {places && (
          <>
            <output className="mut">{t(places.length === 0 ? 'nothing' : 'found', { count: places.length })}</output>
            <ul className="gd-f">
              {places.map(({ chapter: of, text }) => (
                <li key={`${of.id} ${text}`}>
                  <button type="button" className="gd-a" onClick={() => open(of.id)}>
                    {of.title}
                  </button>
                  {text !== of.title && <p>{text}</p>}
                </li>
              ))}
            </ul>
          </>
        )}
        {!places && chapter && <GuideChapter chapter={chapter} onOpen={open} />}
      </div>
    </aside>
  )
}
