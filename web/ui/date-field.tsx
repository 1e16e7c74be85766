import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { formatDay } from '#core/kernel/written-day.ts'
import { parseDay } from '#web/format.ts'
import { useLanguage } from '#web/i18n/language.ts'
import { TextField } from '#web/ui/field.tsx'

/**
 * A day as it is written here, d/m/yyyy: the browser's own date field follows the language of the machine, which in an office is often
 * English and would show the month first. What cannot be read stays in the field and is said.
 */
export function DateField({
  label,
  value,
  onChange,
  hint,
  error,
  missing,
}: {
  label: string
  value: PlainDate | null
  onChange: (value: PlainDate | null) => void
  hint?: ReactNode
  error?: ReactNode
  missing?: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const shown = value === null ? '' : formatDay(value, language)
  const [typed, setTyped] = useState<{ text: string; of: string } | null>(null)
  // What was typed holds until the value changes from outside.
  const text = typed?.of === (value ?? '') ? typed.text : shown
  const wrong = text.trim() !== '' && parseDay(text) === null
  return (
    <TextField
      label={label}
      hint={hint}
      error={wrong ? t('noSuchDay') : error}
      missing={missing ?? false}
      inputMode="numeric"
      data-unreadable={wrong || undefined}
      placeholder={missing ? undefined : 'd/m/yyyy'}
      value={text}
      onChange={(event) => {
        const next = event.target.value
        const day = parseDay(next)
        const settled = day ?? (next.trim() === '' ? null : value)
        setTyped({ text: next, of: settled ?? '' })
        if (settled !== value) onChange(settled)
      }}
      onBlur={() => {
        if (!wrong) setTyped(null)
      }}
    />
  )
}
