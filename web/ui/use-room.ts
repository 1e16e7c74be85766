import { type ClipboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pasteInto } from '#web/ui/paste-into.ts'

/** What a field with a bound says when it is full: the browser keeps what fits of a text that is pasted, and tells nobody. */
export function useRoom(value: unknown, most: number | undefined) {
  const { t } = useTranslation()
  const [pasted, setPasted] = useState({ text: '', cut: 0 })
  const text = typeof value === 'string' ? value : ''
  const isFull = most !== undefined && text.length >= most
  const isAsPasted = isFull && pasted.cut > 0 && isSameButSpaces(text, pasted.text)
  const free = most === undefined ? undefined : ''
  return {
    /** Empty while there is room, absent where there is no bound. */
    said: isFull ? t(isAsPasted ? 'field.cut' : 'field.full', { most, cut: pasted.cut }) : free,
    onPaste: (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (most === undefined) return
      const { selectionStart, selectionEnd } = event.currentTarget
      const at = { from: selectionStart ?? text.length, to: selectionEnd ?? text.length }
      setPasted(pasteInto(text, event.clipboardData.getData('text'), at, most))
    },
  }
}

/** A field of one line makes spaces of line breaks. */
function isSameButSpaces(one: string, other: string): boolean {
  return one.replace(/\s/g, ' ') === other.replace(/\s/g, ' ')
}
