import { useId } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { useRoom } from '#web/ui/use-room.ts'

interface FieldFrame {
  label: string
  /** Stands under the control and is read with it. */
  hint?: ReactNode
  error?: ReactNode
  /** Over both columns of a form grid. */
  wide?: boolean
  /** Reading found nothing for it: dashed frame, as in the reference. */
  missing?: boolean
  /** That it takes no more; empty while it does, absent where it has no bound. */
  full?: string | undefined
}

interface Ids {
  id: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
}

/** A label, its control, and what belongs to it: hint and error, both linked to the control. */
export function Field({
  label,
  hint,
  error,
  wide,
  missing,
  full,
  children,
}: FieldFrame & { children: (ids: Ids) => ReactNode }) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', full ? `${id}-full` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className={`f${wide ? ' w2' : ''}${missing ? ' mi' : ''}${error ? ' bad' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {full !== undefined && (
        <output id={`${id}-full`} className="full">
          {full}
        </output>
      )}
      {error && (
        <small id={`${id}-error`} className="c-over">
          {error}
        </small>
      )}
    </div>
  )
}

export function TextField({ label, hint, error, wide, missing, ...input }: FieldFrame & ComponentProps<'input'>) {
  const { said, onPaste } = useRoom(input.value, input.maxLength)
  return (
    <Field label={label} hint={hint} error={error} full={said} {...flags(wide, missing)}>
      {(ids) => <input onPaste={onPaste} {...input} {...ids} className="in" />}
    </Field>
  )
}

export function TextArea({ label, hint, error, wide, missing, ...input }: FieldFrame & ComponentProps<'textarea'>) {
  const { said, onPaste } = useRoom(input.value, input.maxLength)
  return (
    <Field label={label} hint={hint} error={error} full={said} {...flags(wide, missing)}>
      {(ids) => <textarea rows={1} onPaste={onPaste} {...input} {...ids} className="in" />}
    </Field>
  )
}

export function SelectField({
  label,
  hint,
  error,
  wide,
  missing,
  options,
  ...input
}: FieldFrame & ComponentProps<'select'> & { options: { value: string; text: string }[] }) {
  return (
    <Field label={label} hint={hint} error={error} {...flags(wide, missing)}>
      {(ids) => (
        <select {...input} {...ids} className="in">
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function flags(wide: boolean | undefined, missing: boolean | undefined) {
  return { wide: wide ?? false, missing: missing ?? false }
}
