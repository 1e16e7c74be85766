import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type PlainDate } from '#core/kernel/plain-date.ts'
import type { Tier } from '#core/settings/api.ts'
import type { TierName } from '#core/settings/tier-names.ts'
import { tierNameOn } from '#core/settings/tier-names.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

export type TierDraft = Omit<TierName, 'number'>

/** A name with its first day and what it rests on; and what follows, before it is saved. */
export function TierDialog({
  tier,
  above,
  today,
  busy,
  error,
  onSave,
  onClose,
}: {
  /** Null for a new one. */
  tier: Tier | null
  above: Tier | undefined
  today: PlainDate
  busy: boolean
  error: unknown
  onSave: (draft: TierDraft) => void
  onClose: () => void
}) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState('')
  const [from, setFrom] = useState<PlainDate | null>(today)
  const [basis, setBasis] = useState('')
  const [tried, setTried] = useState(false)
  const number = tier?.number ?? (above?.number ?? 0) + 1
  const words = { new: name.trim(), number, above: above?.name ?? '' }
  const isReady = words.new !== '' && from !== null && basis.trim().length >= 3
  const submit = () => {
    setTried(true)
    if (isReady) onSave({ name: words.new, from, basis: basis.trim() })
    else if (form.current) requestAnimationFrame(() => form.current && focusFirstError(form.current))
  }
  return (
    <Dialog
      title={t(tier ? 'tiers.renameTitle' : 'tiers.addTitle', { number })}
      onClose={onClose}
      actions={
        <Button look="primary" icon="check" busy={busy} onClick={submit}>
          {t('tiers.save')}
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
        <TextField
          label={t('tiers.name')}
          hint={t('tiers.nameHint')}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
          error={tried && words.new === '' ? t('tiers.nameMissing') : undefined}
        />
        <DateField
          label={t('tiers.from')}
          value={from}
          onChange={setFrom}
          error={tried && from === null ? t('calendar.dayMissing') : undefined}
        />
        <TextField
          label={t('tiers.basis')}
          hint={t('calendar.basisHint')}
          value={basis}
          maxLength={300}
          onChange={(event) => setBasis(event.target.value)}
          error={tried && basis.trim().length < 3 ? t('calendar.basisMissing') : undefined}
        />
        {words.new !== '' && from !== null ? (
          <p className="nt">
            {tier
              ? t('tiers.effectRename', {
                  ...words,
                  old: tierNameOn({ name: tier.first, names: tier.names }, addDays(from, -1)),
                  before: format.day(addDays(from, -1)),
                  from: format.day(from),
                })
              : t('tiers.effectAdd', { ...words, from: format.day(from) })}
          </p>
        ) : null}
        <ProblemMessage error={error} />
      </form>
    </Dialog>
  )
}
