import { useEffect, useRef, useState } from 'react'
import { Icon } from '#web/ui/icon.tsx'
import { useRoom } from '#web/ui/use-room.ts'

/** Typing waits this long before it becomes the address. */
const SETTLE_MS = 300

/** A filter field whose text becomes the address when the typing rests, also with an input method composing. */
export function SearchBox({
  label,
  hint,
  value,
  most = 200,
  onSettle,
}: {
  label: string
  hint?: string
  value: string
  /** Characters. */
  most?: number
  onSettle: (q: string) => void
}) {
  // What is typed holds while the address is the one it was typed over, or the one it became.
  const [typed, setTyped] = useState({ text: value, over: value, sent: value })
  const text = typed.over === value || typed.sent === value ? typed.text : value
  const { said, onPaste } = useRoom(text, most)
  const latest = useRef(onSettle)
  useEffect(() => {
    latest.current = onSettle
  })
  useEffect(() => {
    const q = text.trim()
    if (q === value) return undefined
    const timer = setTimeout(() => {
      setTyped((now) => ({ ...now, sent: q }))
      latest.current(q)
    }, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [text, value])
  return (
    <label className="search">
      <Icon name="search" />
      <span className="vh">{label}</span>
      <input
        type="search"
        value={text}
        placeholder={hint ?? label}
        maxLength={most}
        onPaste={onPaste}
        onChange={(event) => setTyped((now) => ({ text: event.target.value, over: value, sent: now.sent }))}
      />
      <output className="search-f">{said}</output>
    </label>
  )
}
