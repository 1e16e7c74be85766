import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Task } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { call } from '#web/client.ts'
import { EditTaskForm } from '#web/tasks/edit-task-form.tsx'
import { takeTask, taskQuery } from '#web/tasks/queries.ts'
import { isStale } from '#web/tasks/use-assignment-command.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** Approve and issue go for all assignments of the task at once; the draft can be changed until the first is given. */
export function TaskActions({ task, rows }: { task: Task; rows: Task['assignments'] }) {
  const { t } = useTranslation('tasks')
  const client = useQueryClient()
  const [isEditing, setEditing] = useState(false)
  const command = useMutation({
    mutationFn: (action: 'approve' | 'issue') =>
      call(action === 'approve' ? tasksApi.approveTask : tasksApi.issueTask, {
        params: { id: task.id },
        version: task.version,
      }),
    onSuccess: (answer, action) => {
      takeTask(client, answer)
      showToast(t(`form.done.${action}`))
    },
    onError: (error) => {
      if (isStale(error)) void client.invalidateQueries({ queryKey: taskQuery(task.id).queryKey })
    },
  })
  const drafts = rows.filter((row) => row.state === 'draft').length
  const approved = rows.filter((row) => row.state === 'approved').length
  const ready = drafts - task.unapproved + approved
  const mayApprove = task.deeds.includes('assignment.approve') && task.unapproved > 0
  const mayIssue = task.deeds.includes('assignment.issue') && ready > 0
  const mayEdit =
    task.deeds.includes('task.draft') && task.source.parent === null && rows.every((row) => row.issuedOn === null)
  if (!mayApprove && !mayIssue && !mayEdit) return null
  return (
    <div className="actions noprint">
      <div className="row wrap">
        {mayApprove ? (
          <Button
            look={mayIssue ? 'plain' : 'primary'}
            busy={command.isPending}
            onClick={() => command.mutate('approve')}
          >
            {t('task.approve', { count: task.unapproved })}
          </Button>
        ) : null}
        {mayIssue ? (
          <Button look="primary" busy={command.isPending} onClick={() => command.mutate('issue')}>
            {t('task.issue', { count: ready })}
          </Button>
        ) : null}
        {mayEdit ? (
          <Button icon="edit" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
            {t('task.edit')}
          </Button>
        ) : null}
      </div>
      <ProblemMessage error={command.error} />
      {isEditing ? <EditTaskForm task={task} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}
