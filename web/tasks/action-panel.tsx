import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assignment } from '#core/tasks/answers.ts'
import type { AssignmentAction } from '#core/tasks/assignment.ts'
import { CascadeForm } from '#web/tasks/cascade-form.tsx'
import { ConsentForm } from '#web/tasks/consent-form.tsx'
import { CooperatingForm } from '#web/tasks/cooperating-form.tsx'
import { HandlerForm } from '#web/tasks/handler-form.tsx'
import { ReasonForm } from '#web/tasks/reason-form.tsx'
import { ReassignForm } from '#web/tasks/reassign-form.tsx'
import { ReplaceForm } from '#web/tasks/replace-form.tsx'
import { ReportForm } from '#web/tasks/report-form.tsx'
import { ReviseForm } from '#web/tasks/revise-form.tsx'
import type { FormAction } from '#web/tasks/use-assignment-command.ts'
import { Button } from '#web/ui/button.tsx'

/** In the order of the lifecycle; the first that is there is what the assignment waits for. */
const ORDER: readonly FormAction[] = [
  'accept',
  'confirm',
  'reassign',
  'report_complete',
  'report',
  'send_back',
  'return',
  'assign_handler',
  'cascade',
]

/** What corrects or ends it: there when it is needed, and not among what is waited for. */
const CORRECTIONS: readonly FormAction[] = ['revise', 'set_cooperating', 'supersede', 'merge', 'withdraw']

/** What the reader may do now, by the server's word; pressing one opens its form in place. */
export function ActionPanel({ assignment, saysNothing }: { assignment: Assignment; saysNothing?: boolean }) {
  const { t } = useTranslation(['tasks', 'assignment'])
  const [corrects, setCorrects] = useState(false)
  const [open, setOpen] = useState<FormAction | null>(null)
  const formId = useId()
  const bar = useRef<HTMLFieldSetElement>(null)
  // The answer to a form may come when the reader has opened the next one already: that one stays.
  const shownNow = useRef(open)
  useEffect(() => {
    shownNow.current = open
  })
  const actions = ORDER.filter((action) => assignment.actions.includes(action))
  const corrections = CORRECTIONS.filter((action) => assignment.actions.includes(action) || action === open)
  const isForTask = has(assignment, 'approve') || has(assignment, 'issue')
  // A form with words in it stays, even where a colleague's command has taken its action away meanwhile.
  const isKept = open !== null && !actions.includes(open) && !CORRECTIONS.includes(open)
  const shown = isKept ? [...actions, open] : actions
  if (shown.length + corrections.length === 0 && !isForTask)
    return saysNothing ? <p className="mut">{t('page.noActions')}</p> : null
  const close = (action: FormAction) => {
    if (shownNow.current !== action) return
    setOpen(null)
    bar.current?.querySelector<HTMLElement>('button, a')?.focus()
  }
  return (
    <div className="actions noprint">
      <fieldset className="row wrap" ref={bar} aria-label={t('page.actions')}>
        {isForTask ? (
          <Link className="btn pri" to="/tasks/$id" params={{ id: assignment.taskId }}>
            {t(has(assignment, 'approve') ? 'action.approve' : 'action.issue')}
          </Link>
        ) : null}
        {shown.map((action, index) => (
          <Button
            key={action}
            look={index === 0 && !isForTask ? 'primary' : 'plain'}
            aria-expanded={open === action}
            {...(open === action ? { 'aria-controls': formId } : {})}
            onClick={() => setOpen(open === action ? null : action)}
          >
            {t(`action.${action}`)}
          </Button>
        ))}
        {corrections.length === 0 ? null : (
          <Button
            look="ghost"
            icon="more"
            aria-expanded={corrects}
            aria-controls={`${formId}-corrections`}
            onClick={() => setCorrects(!corrects)}
          >
            {t('assignment:correct.menu')}
          </Button>
        )}
      </fieldset>
      {corrects || (open !== null && CORRECTIONS.includes(open)) ? (
        <fieldset className="row wrap" id={`${formId}-corrections`} aria-label={t('assignment:correct.menu')}>
          {corrections.map((action) => (
            <Button
              key={action}
              aria-expanded={open === action}
              {...(open === action ? { 'aria-controls': formId } : {})}
              onClick={() => setOpen(open === action ? null : action)}
            >
              {t(`action.${action}`)}
            </Button>
          ))}
        </fieldset>
      ) : null}
      {open === null ? null : (
        <div id={formId} className="act-form">
          <FormOf key={open} action={open} assignment={assignment} onClose={() => close(open)} />
        </div>
      )}
    </div>
  )
}

function FormOf({ action, assignment, onClose }: { action: FormAction; assignment: Assignment; onClose: () => void }) {
  const common = { assignment, onClose }
  switch (action) {
    case 'accept':
    case 'confirm':
      return <ConsentForm {...common} action={action} />
    case 'return':
    case 'send_back':
    case 'withdraw':
      return <ReasonForm {...common} action={action} />
    case 'report':
    case 'report_complete':
      return <ReportForm {...common} action={action} />
    case 'assign_handler':
      return <HandlerForm {...common} />
    case 'revise':
      return <ReviseForm {...common} />
    case 'reassign':
      return <ReassignForm {...common} />
    case 'set_cooperating':
      return <CooperatingForm {...common} />
    case 'supersede':
    case 'merge':
      return <ReplaceForm {...common} action={action} />
    case 'cascade':
      return <CascadeForm {...common} />
  }
}

function has(assignment: Assignment, action: AssignmentAction): boolean {
  return assignment.actions.includes(action)
}
