import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assignment } from '#core/tasks/answers.ts'
import { isStale, type FormAction } from '#web/tasks/use-assignment-command.ts'
import { Button } from '#web/ui/button.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

/** The frame of every action form: what will follow, the fields, the verb. Submit is never disabled; it goes to the first error. */
export function ActionForm({
  action,
  assignment,
  text,
  problem,
  busy,
  check,
  onSubmit,
  onClose,
  children,
}: {
  action: FormAction
  assignment: Assignment
  text?: ReactNode
  problem: unknown
  busy: boolean
  /** Whether all fields can be sent; called on submit. */
  check?: () => boolean
  onSubmit: () => void
  onClose: () => void
  children?: ReactNode
}) {
  const { t } = useTranslation(['tasks', 'shell'])
  const form = useRef<HTMLFormElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const element = form.current
    element?.querySelector<HTMLElement>('.in, .chips-in, button')?.focus()
    // Esc leaves the form, not the drawer around it.
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      event.preventDefault()
      close.current()
    }
    element?.addEventListener('keydown', leave)
    return () => element?.removeEventListener('keydown', leave)
  }, [])
  const isRecorded = assignment.lead.external && ['accept', 'return', 'report', 'report_complete'].includes(action)
  return (
    <form
      ref={form}
      noValidate
      aria-label={t(`action.${action}`)}
      onSubmit={(event) => {
        event.preventDefault()
        if (busy) return
        if (check && !check()) {
          if (form.current) focusFirstError(form.current)
          return
        }
        onSubmit()
      }}
    >
      {isRecorded ? (
        <p className="nt late">
          <span>
            <b>{t('form.onBehalf')}.</b> {t('form.onBehalfText', { unit: assignment.lead.name })}
          </span>
        </p>
      ) : null}
      {text === undefined ? null : <p className="ink2">{text}</p>}
      {children}
      {isStale(problem) ? (
        <p className="nt late" role="alert">
          <span>{t('form.stale')}</span>
        </p>
      ) : (
        <ProblemMessage error={problem} />
      )}
      <div className="row wrap">
        <Button type="submit" look="primary" busy={busy}>
          {t(`action.${action}`)}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t('shell:cancel')}
        </Button>
      </div>
    </form>
  )
}
