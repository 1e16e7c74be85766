import { useTranslation } from 'react-i18next'
import { type Assignment } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { ActionForm } from '#web/tasks/action-form.tsx'
import { useAssignmentCommand } from '#web/tasks/use-assignment-command.ts'

/** Accept and confirm: nothing to fill in, but what follows is said before it is done. */
export function ConsentForm({
  assignment,
  action,
  onClose,
}: {
  assignment: Assignment
  action: 'accept' | 'confirm'
  onClose: () => void
}) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const command = useAssignmentCommand(assignment, action, onClose)
  const pending = assignment.reports.find((report) => report.kind === 'completion' && report.outcome === 'pending')
  const text =
    action === 'confirm'
      ? t('form.confirmText', { day: pending ? format.day(pending.reportedOn) : '', unit: assignment.lead.name })
      : assignment.dueOn === null
        ? t('form.acceptNoDue')
        : t('form.acceptText', { due: format.day(assignment.dueOn) })
  return (
    <ActionForm
      action={action}
      assignment={assignment}
      text={text}
      problem={command.error}
      busy={command.isPending}
      onClose={onClose}
      onSubmit={() =>
        command.mutate((at) => call(action === 'accept' ? tasksApi.accept : tasksApi.confirm, { ...at, body: {} }))
      }
    />
  )
}
