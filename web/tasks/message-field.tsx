/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no element of HTML offers names inside a text of several lines */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '#core/kernel/fold.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import { mentionBeingTyped } from '#core/tasks/discussion.ts'
import { readersQuery } from '#web/tasks/discussion-queries.ts'
import { Field } from '#web/ui/field.tsx'
import { useRoom } from '#web/ui/use-room.ts'

const OFFERED_AT_MOST = 7
const LONGEST = 4000

/** Words with mentions: "@" offers those who read the assignment, found without accents too. Enter is never send, Ctrl+Enter is. */
export function MessageField({
  assignmentId,
  label,
  value,
  onChange,
  onSend,
  error,
  isOpened,
}: {
  assignmentId: string
  label: string
  value: string
  onChange: (text: string, mentioned?: PersonRef) => void
  onSend: () => void
  error?: string | undefined
  /** Opened by the reader's own press: the words are what comes next. */
  isOpened?: boolean
}) {
  const { t } = useTranslation('assignment')
  const listId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [closedFor, setClosedFor] = useState<number | null>(null)
  useEffect(() => {
    if (isOpened) area.current?.focus()
  }, [isOpened])
  const { said, onPaste } = useRoom(value, LONGEST)
  const typed = mentionBeingTyped(value, caret)
  const isOpen = typed !== null && closedFor !== typed.from
  const { data } = useQuery({ ...readersQuery(assignmentId), enabled: typed !== null })
  const query = fold(typed?.query ?? '')
  const offered = isOpen
    ? (data?.items ?? [])
        .filter(({ name, position }) => fold(`${name} ${position}`).includes(query))
        .slice(0, OFFERED_AT_MOST)
    : []
  const chosen = offered[Math.min(at, offered.length - 1)]
  const take = (person: PersonRef) => {
    if (!typed) return
    const before = `${value.slice(0, typed.from)}@${person.name} `
    onChange(before + value.slice(caret), person)
    setCaret(before.length)
    setAt(0)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(before.length, before.length)
    })
  }
  return (
    <Field label={label} hint={t('discussion.hint')} error={error} full={said}>
      {(ids) => (
        <div className="msg-f">
          <textarea
            {...ids}
            ref={area}
            className="in"
            rows={3}
            maxLength={LONGEST}
            onPaste={onPaste}
            placeholder={t('discussion.placeholder')}
            value={value}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={offered.length > 0}
            aria-controls={listId}
            aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
            onChange={(event) => {
              onChange(event.target.value)
              setCaret(event.target.selectionStart)
              setAt(0)
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onKeyDown={(event) => {
              // Telex and VNI compose letters with Enter and arrows of their own.
              if (event.nativeEvent.isComposing || event.keyCode === 229) return
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault()
                onSend()
                return
              }
              if (!chosen) return
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault()
                const step = event.key === 'ArrowDown' ? 1 : -1
                setAt((now) => (Math.min(now, offered.length - 1) + step + offered.length) % offered.length)
              } else if (event.key === 'Enter' || event.key === 'Tab') {
                event.preventDefault()
                take(chosen)
              } else if (event.key === 'Escape') {
                event.preventDefault()
                event.stopPropagation()
                setClosedFor(typed?.from ?? null)
              }
            }}
          />
          <div
            className="msg-o"
            id={listId}
            role="listbox"
            aria-label={t('discussion.people')}
            hidden={offered.length === 0}
          >
            {offered.map((person) => (
              // The keyboard stays in the field: the list is walked with the arrows there.
              <div
                key={person.id}
                id={`${listId}-${person.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={person === chosen}
                onPointerDown={(event) => {
                  event.preventDefault()
                  take(person)
                }}
              >
                {person.name} <span className="mut">{person.position}</span>
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  )
}
