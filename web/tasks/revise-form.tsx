import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { type Assignment } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { call } from '#web/client.ts'
import { ActionForm } from '#web/tasks/action-form.tsx'
import { useAssignmentCommand } from '#web/tasks/use-assignment-command.ts'
import { DateField } from '#web/ui/date-field.tsx'
import { TextArea } from '#web/ui/field.tsx'

/** A new due date with its reason; the original one is never lost. */
export function ReviseForm({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const { t } = useTranslation('tasks')
  const [dueOn, setDueOn] = useState<PlainDate | null>(assignment.dueOn)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const command = useAssignmentCommand(assignment, 'revise', onClose)
  return (
    <ActionForm
      action="revise"
      assignment={assignment}
      text={t('form.reviseText')}
      problem={command.error}
      busy={command.isPending}
      onClose={onClose}
      check={() => {
        setTried(true)
        return reason.trim() !== ''
      }}
      onSubmit={() => command.mutate((at) => call(tasksApi.revise, { ...at, body: { dueOn, reason: reason.trim() } }))}
    >
      <DateField
        label={t('form.reviseDue')}
        hint={t('form.reviseDueHint')}
        value={dueOn}
        onChange={setDueOn}
        unreadable={t('task.deadlineDayNeeded')}
      />
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
