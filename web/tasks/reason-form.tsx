import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assignment } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { ActionForm } from '#web/tasks/action-form.tsx'
import { useAssignmentCommand } from '#web/tasks/use-assignment-command.ts'
import { TextArea } from '#web/ui/field.tsx'

const ENDPOINT = { return: tasksApi.return, send_back: tasksApi.sendBack, withdraw: tasksApi.withdraw } as const

/** What needs a reason and nothing else. */
export function ReasonForm({
  assignment,
  action,
  onClose,
}: {
  assignment: Assignment
  action: 'return' | 'send_back' | 'withdraw'
  onClose: () => void
}) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const command = useAssignmentCommand(assignment, action, onClose)
  const unit = assignment.issuedBy.name
  const text = {
    return:
      assignment.answerBy === null
        ? t('form.returnTextOpen', { unit })
        : t('form.returnText', { unit, day: format.day(assignment.answerBy) }),
    send_back: t('form.sendBackText'),
    withdraw: t('form.withdrawText'),
  }[action]
  return (
    <ActionForm
      action={action}
      assignment={assignment}
      text={text}
      problem={command.error}
      busy={command.isPending}
      onClose={onClose}
      check={() => {
        setTried(true)
        return reason.trim() !== ''
      }}
      onSubmit={() => command.mutate((at) => call(ENDPOINT[action], { ...at, body: { reason: reason.trim() } }))}
    >
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
