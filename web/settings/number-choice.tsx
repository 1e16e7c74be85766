import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '#web/settings/choice.tsx'
import { TextField } from '#web/ui/field.tsx'

/** A whole number within bounds, or null. */
export function numberIn(text: string, least: number, most: number): number | null {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}

export function NumberChoice({
  of,
  text,
  onChange,
  readOnly,
  isWrong,
  effect,
}: {
  of: 'answer' | 'stars' | 'compared'
  text: string
  onChange: (text: string) => void
  readOnly: boolean
  isWrong: boolean
  effect: ReactNode
}) {
  const { t } = useTranslation('settings')
  return (
    <Choice title={t(`${of}.title`)} effect={effect}>
      <TextField
        label={t(`${of}.label`)}
        hint={t(`${of}.hint`)}
        value={text}
        inputMode="numeric"
        readOnly={readOnly}
        onChange={(event) => onChange(event.target.value.trim())}
        error={isWrong ? t(`${of}.wrong`) : undefined}
      />
    </Choice>
  )
}
