import { useTranslation } from 'react-i18next'
import type { Settings } from '#core/settings/settings.ts'
import { lastDayOnTime } from '#core/tasks/deadline.ts'
import type { Deadline } from '#core/tasks/deadline.ts'
import type { Obstacle } from '#web/directives/proposal-draft.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { DateField } from '#web/ui/date-field.tsx'
import { SelectField, TextField } from '#web/ui/field.tsx'

const KINDS = ['by', 'in-period', 'recurring', 'immediate'] as const

/** The words of the deadline as written, and beside them the day that is taken from them and until when it is in time. */
export function DeadlineFields({
  value,
  stored,
  onChange,
  settings,
  missing,
  obstacle,
}: {
  value: Deadline | null
  /** What is stored now, where somebody else has changed it meanwhile. */
  stored: Deadline | null | undefined
  onChange: (value: Deadline | null) => void
  settings: Settings | undefined
  missing: boolean
  obstacle: Obstacle | null
}) {
  const { t } = useTranslation('directives')
  const { day } = useFormat()
  const last = settings && lastDayOnTime(value, settings)
  const notes = [
    last && t('card.lastDay', { day: day(last) }),
    value?.hour && t('card.hour', { hour: value.hour }),
    value?.rule && t('card.rule', { rule: value.rule }),
    value?.event && t('card.event', { event: value.event }),
  ]
    .filter(Boolean)
    .join('; ')
  const differs = stored !== undefined && (stored?.text ?? '') !== (value?.text ?? '')
  const setText = (text: string) => {
    if (text === '' && (value === null || value.iso === null)) onChange(null)
    else onChange(value ? { ...value, text } : { text, kind: 'by', iso: null })
  }
  return (
    <>
      <TextField
        label={t('card.deadlineWritten')}
        value={value?.text ?? ''}
        maxLength={500}
        missing={missing && value === null}
        placeholder={missing ? t('card.notGiven') : t('card.notNamed')}
        onChange={(event) => setText(event.target.value)}
        hint={differs && t('card.current', { value: stored?.text ?? t('card.notGiven') })}
        error={obstacle === 'deadlineTextMissing' && t('card.deadlineTextMissing')}
      />
      <div className="dl">
        <DateField
          label={t('card.deadlineDay')}
          value={value?.iso ?? null}
          hint={notes}
          onChange={(iso) => {
            if (value) onChange({ ...value, iso })
            else if (iso) onChange({ text: day(iso), kind: 'by', iso })
          }}
        />
        <SelectField
          label={t('card.deadlineKind')}
          value={value?.kind ?? 'by'}
          onChange={(event) => {
            const kind = KINDS.find((one) => one === event.target.value)
            if (kind && value) onChange({ ...value, kind })
          }}
          options={KINDS.map((kind) => ({ value: kind, text: t(`deadlineKind.${kind}`) }))}
        />
      </div>
    </>
  )
}
