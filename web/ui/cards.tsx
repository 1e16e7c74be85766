import '#web/ui/cards.css'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/button.tsx'
import { Loading } from '#web/ui/states.tsx'
import { rowsRead, type Section, type Sight } from '#web/ui/table-column.ts'
import type { Selection } from '#web/ui/use-selection.ts'

/** A long list on a phone: cards one under the other, more of them when the last comes into sight or is asked for. */
export function Cards<Row extends { id: string }>({
  sections,
  onSight,
  card,
  selection,
  nameOf,
}: {
  sections: readonly Section<Row>[]
  onSight: (sights: Sight[]) => void
  card: (row: Row) => ReactNode
  /** Given while rows are being chosen: each card has a box. */
  selection?: Selection | undefined
  nameOf?: (row: Row) => string
}) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState(STEP)
  const end = useRef<HTMLDivElement>(null)
  const [section] = sections
  const total = section?.count ?? 0
  const key = section?.key ?? ''
  const rows = rowsRead(sections.slice(0, 1), wanted)
  const tell = useRef(onSight)
  useEffect(() => {
    tell.current = onSight
  })
  useEffect(() => {
    tell.current([{ key, from: 0, to: Math.min(wanted, total) - 1 }])
  }, [key, wanted, total])
  useEffect(() => {
    const element = end.current
    if (!element) return undefined
    const eye = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setWanted((now) => now + STEP)
    })
    eye.observe(element)
    return () => eye.disconnect()
  }, [rows.length])
  return (
    <>
      <ul className="cards">
        {rows.map((row) => (
          <li key={row.id} className={selection ? 'pick' : undefined}>
            {selection ? <Box id={row.id} name={nameOf?.(row) ?? ''} selection={selection} /> : null}
            {card(row)}
          </li>
        ))}
      </ul>
      {rows.length === 0 ? <Loading rows={8} /> : null}
      {rows.length > 0 && rows.length < total ? (
        <div ref={end} className="cards-more">
          <Button onClick={() => setWanted(rows.length + STEP)}>{t('table.more')}</Button>
        </div>
      ) : null}
    </>
  )
}

function Box({ id, name, selection }: { id: string; name: string; selection: Selection }) {
  const { t } = useTranslation()
  const isChosen = selection.ids.has(id)
  return (
    <label>
      <input
        type="checkbox"
        className="cb"
        aria-label={t('table.choose', { name })}
        checked={isChosen}
        onChange={() => (isChosen ? selection.leave([id]) : selection.choose(new Set([...selection.ids, id])))}
      />
    </label>
  )
}

const STEP = 50
