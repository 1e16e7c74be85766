import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#web/ui/field.tsx'

const LEAST_LENGTH = 10

/** Whether a new password, written twice, can be sent. The server judges by the same length (`Password` in core/people/api.ts). */
export function isNewPassword(next: string, again: string): boolean {
  return next.length >= LEAST_LENGTH && next === again
}

/** The two fields of a new password; they can be shown, because hidden long sentences get mistyped. */
export function NewPasswordFields({
  next,
  again,
  onNext,
  onAgain,
  tried,
}: {
  next: string
  again: string
  onNext: (value: string) => void
  onAgain: (value: string) => void
  tried: boolean
}) {
  const { t } = useTranslation('people')
  const [shown, setShown] = useState(false)
  const type = shown ? 'text' : 'password'
  return (
    <>
      <TextField
        label={t('password.next')}
        hint={t('password.nextHint')}
        type={type}
        value={next}
        autoComplete="new-password"
        onChange={(event) => onNext(event.target.value)}
        error={tried && next.length < LEAST_LENGTH && t('password.tooShort')}
      />
      <TextField
        label={t('password.repeat')}
        type={type}
        value={again}
        autoComplete="new-password"
        onChange={(event) => onAgain(event.target.value)}
        error={tried && next.length >= LEAST_LENGTH && next !== again && t('password.different')}
      />
      <label className="row">
        <input type="checkbox" className="cb" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {t('password.show')}
      </label>
    </>
  )
}
