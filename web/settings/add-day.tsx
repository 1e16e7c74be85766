import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { fitsKind, type OwnDay } from '#core/settings/own-days.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField, TextField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

const KINDS = ['off', 'make-up', 'ordinary'] as const

/** A day of the office's own, with the announcement it rests on and what follows from it. */
export function AddDay({
  start,
  effectOf,
  busy,
  error,
  onAdd,
  onClose,
}: {
  start: Partial<OwnDay>
  effectOf: (day: OwnDay) => string
  busy: boolean
  error: unknown
  onAdd: (day: OwnDay) => void
  onClose: () => void
}) {
  const { t } = useTranslation('settings')
  const form = useRef<HTMLFormElement>(null)
  const [day, setDay] = useState<PlainDate | null>(start.day ?? null)
  const [kind, setKind] = useState<OwnDay['kind']>(start.kind ?? 'off')
  const [basis, setBasis] = useState('')
  const [tried, setTried] = useState(false)
  const dayFault = day === null ? 'dayMissing' : fitsKind({ day, kind }) ? null : (`wrong-${kind}` as const)
  const basisIsShort = basis.trim().length < 3
  const isReady = day !== null && dayFault === null && !basisIsShort
  const submit = () => {
    setTried(true)
    if (isReady) onAdd({ day, kind, basis: basis.trim() })
    else if (form.current) requestAnimationFrame(() => form.current && focusFirstError(form.current))
  }
  return (
    <Dialog
      title={t('calendar.add')}
      onClose={onClose}
      actions={
        <Button look="primary" icon="check" busy={busy} onClick={submit}>
          {t('calendar.save')}
        </Button>
      }
    >
      <form
        ref={form}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DateField
          label={t('calendar.day')}
          value={day}
          onChange={setDay}
          error={dayFault && (tried || dayFault !== 'dayMissing') ? t(`calendar.${dayFault}`) : undefined}
        />
        <SelectField
          label={t('calendar.kind')}
          value={kind}
          onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'off')}
          options={KINDS.map((value) => ({ value, text: t(`calendar.as-${value}`) }))}
        />
        <TextField
          label={t('calendar.basis')}
          hint={t('calendar.basisHint')}
          value={basis}
          maxLength={300}
          onChange={(event) => setBasis(event.target.value)}
          error={tried && basisIsShort ? t('calendar.basisMissing') : undefined}
        />
        {day !== null && dayFault === null && <p className="nt">{effectOf({ day, kind, basis })}</p>}
        <ProblemMessage error={error} />
      </form>
    </Dialog>
  )
}
