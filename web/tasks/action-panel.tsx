import { Link } from '@tanstack/react-router'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assignment } from '#core/tasks/answers.ts'
import type { AssignmentAction } from '#core/tasks/assignment.ts'
import { CascadeForm } from '#web/tasks/cascade-form.tsx'
import { ConsentForm } from '#web/tasks/consent-form.tsx'
import { HandlerForm } from '#web/tasks/handler-form.tsx'
import { ReasonForm } from '#web/tasks/reason-form.tsx'
import { ReassignForm } from '#web/tasks/reassign-form.tsx'
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
  'revise',
  'withdraw',
]

/** What the reader may do now, by the server's word; pressing one opens its form in place. */
export function ActionPanel({ assignment, saysNothing }: { assignment: Assignment; saysNothing?: boolean }) {
  const { t } = useTranslation('tasks')
  const [open, setOpen] = useState<FormAction | null>(null)
  const formId = useId()
  const bar = useRef<HTMLFieldSetElement>(null)
  const actions = ORDER.filter((action) => assignment.actions.includes(action))
  const isForTask = has(assignment, 'approve') || has(assignment, 'issue')
  // A form with words in it stays, even where a colleague's command has taken its action away meanwhile.
  const shown = open !== null && !actions.includes(open) ? [...actions, open] : actions
  if (shown.length === 0 && !isForTask) return saysNothing ? <p className="mut">{t('page.noActions')}</p> : null
  const close = () => {
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
      </fieldset>
      {open === null ? null : (
        <div id={formId} className="act-form">
          <FormOf key={open} action={open} assignment={assignment} onClose={close} />
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
    case 'cascade':
      return <CascadeForm {...common} />
  }
}

function has(assignment: Assignment, action: AssignmentAction): boolean {
  return assignment.actions.includes(action)
}
