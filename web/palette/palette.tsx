// The list of a combobox is made of these roles: a select or a fieldset cannot stand in it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#core/people/api.ts'
import { readSearch } from '#core/search/search-words.ts'
import { MarkedWords } from '#web/palette/marked-words.tsx'
import { type PaletteItem, usePaletteSections } from '#web/palette/palette-sections.ts'
import { searchQuery } from '#web/palette/queries.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { useRoom } from '#web/ui/use-room.ts'
import { useSettled } from '#web/ui/use-settled.ts'
import '#web/palette/palette.css'

/** Characters: no name and no number is longer. */
const LONGEST = 200

/** Commands and search by one field: a combobox whose list is always open. The focus stays in the field, the arrows walk the list. */
export function Palette({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useTranslation('search')
  const router = useRouter()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { said, onPaste } = useRoom(typed, LONGEST)
  const q = useSettled(typed.trim())
  const found = useQuery(searchQuery(q))
  const isWaiting = typed.trim() !== '' && (q !== typed.trim() || found.isFetching)
  const sections = usePaletteSections(me, typed.trim(), q === '' ? undefined : found.data)
  const items = sections.flatMap((section) => section.items)
  const active = Math.min(at, items.length - 1)
  const words = readSearch(typed).plain
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  useEffect(() => {
    document.querySelector(`[id="${CSS.escape(`${id}-${active}`)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active, id])
  const take = (item: PaletteItem | undefined) => {
    if (!item) return
    // Closed first: what the item opens takes the focus.
    dialog.current?.close()
    if (typeof item.does === 'string') router.history.push(item.does)
    else item.does()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and the arrows belong to an input method while it composes.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const by = moves[event.key]
    if (by !== undefined && items.length > 0) {
      event.preventDefault()
      const isStep = Math.abs(by) === 1
      setAt(isStep ? (active + by + items.length) % items.length : Math.max(0, Math.min(items.length - 1, active + by)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(items[active])
    } else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      dialog.current?.close()
    }
  }
  return (
    // A press beside the box closes it, as Escape does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className="dlg pal"
      aria-label={t('palette.title')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="pal-h">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={items.length > 0 ? `${id}-${active}` : undefined}
          placeholder={t('palette.hint')}
          value={typed}
          maxLength={LONGEST}
          onPaste={onPaste}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
        />
        <IconButton icon="x" label={t('palette.close')} onClick={() => dialog.current?.close()} />
      </div>
      <div id={`${id}-list`} className="pal-l" role="listbox" aria-label={t('palette.list')} aria-busy={isWaiting}>
        {sections.map(({ title, items: own }, index) => (
          <div key={title} role="group" aria-labelledby={`${id}-s${index}`}>
            <p id={`${id}-s${index}`} className="pal-s" role="presentation">
              {title}
            </p>
            {own.map((item) => {
              const place = items.indexOf(item)
              return (
                // The field has the keys; a mouse may press a line.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={item.key}
                  id={`${id}-${place}`}
                  className="pal-i"
                  role="option"
                  aria-selected={place === active}
                  onMouseMove={() => setAt(place)}
                  onClick={() => take(item)}
                >
                  <Icon name={item.icon} />
                  <span className="pal-t">
                    {item.lead && <b className="num">{item.lead}</b>}
                    <span className="pal-n">
                      <MarkedWords text={item.title} words={words} />
                    </span>
                  </span>
                  {item.note && <span className="pal-m">{item.note}</span>}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <output className="pal-full">{said}</output>
      <ProblemMessage error={q === '' ? null : found.error} />
      {items.length === 0 && !isWaiting && !found.error && (
        <p className="pal-none">{t('palette.none', { q: typed.trim() })}</p>
      )}
      <footer className="pal-f">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('palette.walk')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('palette.open')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('palette.leave')}
        </span>
        <output className="vh">{isWaiting ? '' : t('palette.count', { count: items.length })}</output>
      </footer>
    </dialog>
  )
}
