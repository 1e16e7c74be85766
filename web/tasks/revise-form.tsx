import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { type Assignment } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { isSameRule } from '#core/tasks/reporting.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'
import { call } from '#web/client.ts'
import { ActionForm } from '#web/tasks/action-form.tsx'
import { ReportingFields } from '#web/tasks/reporting-fields.tsx'
import { useAssignmentCommand } from '#web/tasks/use-assignment-command.ts'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { TextArea, TextField } from '#web/ui/field.tsx'

interface Terms {
  action: string
  dueOn: PlainDate | null
  deadlineText: string
  monitor: NamedAddressee[]
  /** Undefined while the days cannot be read. */
  reporting: Assignment['reporting'] | undefined
}

/** What the issuer gave, corrected with its reason: only what differs is sent, and what it was before is never lost. */
export function ReviseForm({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const { t } = useTranslation(['tasks', 'assignment'])
  const [was] = useState(() => termsOf(assignment))
  const [terms, setTerms] = useState(was)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const command = useAssignmentCommand(assignment, 'revise', onClose)
  const set = (change: Partial<Terms>) => setTerms((now) => ({ ...now, ...change }))
  const changes = changesBetween(was, terms)
  const isSame = Object.keys(changes).length === 0
  return (
    <ActionForm
      action="revise"
      assignment={assignment}
      text={t('assignment:correct.reviseText')}
      problem={command.error}
      busy={command.isPending}
      onClose={onClose}
      check={() => {
        setTried(true)
        return reason.trim() !== '' && !isSame && terms.action.trim() !== '' && terms.reporting !== undefined
      }}
      onSubmit={() =>
        command.mutate((at) => call(tasksApi.revise, { ...at, body: { ...changes, reason: reason.trim() } }))
      }
    >
      <TextArea
        label={t('assignment:correct.action')}
        value={terms.action}
        rows={2}
        maxLength={10_000}
        onChange={(event) => set({ action: event.target.value })}
        error={
          tried && terms.action.trim() === ''
            ? t('form.actionNeeded')
            : tried && isSame
              ? t('assignment:correct.nothing')
              : undefined
        }
      />
      <div className="ff">
        <DateField
          label={t('form.reviseDue')}
          hint={t('form.reviseDueHint')}
          value={terms.dueOn}
          onChange={(dueOn) => set({ dueOn })}
        />
        <TextField
          label={t('assignment:correct.deadlineText')}
          hint={t('assignment:correct.deadlineTextHint')}
          value={terms.deadlineText}
          maxLength={500}
          onChange={(event) => set({ deadlineText: event.target.value })}
        />
        <AddresseePicker
          label={t('assignment:correct.monitor')}
          value={terms.monitor}
          onChange={(monitor) => set({ monitor })}
          kinds={['unit']}
          single
        />
        <ReportingFields value={terms.reporting} onChange={(reporting) => set({ reporting })} tried={tried} />
      </div>
      <TextArea
        label={t('form.reason')}
        value={reason}
        rows={2}
        required
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
        error={tried && reason.trim() === '' ? t('form.reasonNeeded') : undefined}
      />
    </ActionForm>
  )
}

function termsOf({ action, dueOn, deadlineText, monitor, reporting }: Assignment): Terms {
  const named: NamedAddressee[] = monitor ? [{ kind: 'unit', id: monitor.id, name: monitor.name, count: 1 }] : []
  return { action, dueOn, deadlineText: deadlineText ?? '', monitor: named, reporting }
}

function changesBetween(was: Terms, now: Terms) {
  const words = now.deadlineText.trim()
  const monitorId = now.monitor[0]?.id ?? null
  return {
    ...(now.action.trim() === was.action ? {} : { action: now.action.trim() }),
    ...(now.dueOn === was.dueOn ? {} : { dueOn: now.dueOn }),
    ...(words === was.deadlineText ? {} : { deadlineText: words === '' ? null : words }),
    ...(monitorId === (was.monitor[0]?.id ?? null) ? {} : { monitorId }),
    ...(now.reporting === undefined || isSameRule(now.reporting, was.reporting ?? null)
      ? {}
      : { reporting: now.reporting }),
  }
}
