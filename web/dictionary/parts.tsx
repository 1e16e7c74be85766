import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTeach } from '#web/dictionary/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

/** What an entry of this section does, in one sentence, and with what result. */
export function Effect({ effect, example }: { effect: string; example: string }) {
  const { t } = useTranslation('dictionary')
  return (
    <dl className="dict-eff">
      <div>
        <dt>{t('effect')}</dt>
        <dd>{effect}</dd>
      </div>
      <div>
        <dt>{t('example')}</dt>
        <dd>{example}</dd>
      </div>
    </dl>
  )
}

/** The ways out of an entry: one to change it, one to remove it, the second of which says what follows and is pressed twice. */
export function EntryButtons({
  name,
  removeText,
  onEdit,
  onRemove,
}: {
  name: string
  removeText?: string
  onEdit?: () => void
  onRemove?: () => Promise<unknown>
}) {
  const { t } = useTranslation('dictionary')
  const [asked, setAsked] = useState(false)
  return (
    <span className="row tight">
      {onEdit ? (
        <Button small look="ghost" aria-label={t('editOf', { name })} onClick={onEdit}>
          {t('edit')}
        </Button>
      ) : null}
      {onRemove ? (
        <Button small look="ghost" aria-label={t('removeOf', { name })} onClick={() => setAsked(true)}>
          {t('remove')}
        </Button>
      ) : null}
      {asked && onRemove ? (
        <RemoveDialog name={name} text={removeText ?? ''} onRemove={onRemove} onClose={() => setAsked(false)} />
      ) : null}
    </span>
  )
}

function RemoveDialog({
  name,
  text,
  onRemove,
  onClose,
}: {
  name: string
  text: string
  onRemove: () => Promise<unknown>
  onClose: () => void
}) {
  const { t } = useTranslation('dictionary')
  const command = useTeach(onRemove, { onDone: onClose, said: 'removed' })
  return (
    <Dialog
      title={t('removeOf', { name })}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={command.isPending} onClick={() => command.mutate()}>
            {t('remove')}
          </Button>
          <Button look="ghost" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      <ProblemMessage error={command.error} />
    </Dialog>
  )
}

/** One of several, in the look of tabs beside a search field. */
export function Choice<V extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  label: string
  value: V
  options: readonly { value: V; text: string }[]
  onChoose: (value: V) => void
}) {
  return (
    <fieldset className="seg dict-seg" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          {option.text}
        </button>
      ))}
    </fieldset>
  )
}

/** The frame of every form here: it is checked when it is sent, and the first field in error gets the focus. */
export function EntryForm({
  busy,
  error,
  onSend,
  onClose,
  submit,
  children,
}: {
  busy: boolean
  error: unknown
  onSend: (form: HTMLFormElement) => void
  onClose: () => void
  submit: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend(event.currentTarget)
      }}
    >
      {children}
      <ProblemMessage error={error} />
      <div className="row">
        <Button type="submit" look="primary" busy={busy}>
          {submit}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
