import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assignment, type Task } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { deadlineOf, draftOf } from '#core/tasks/deadline-draft.ts'
import type { NamedAddressee, UnitRef } from '#core/units/unit-ref.ts'
import { call } from '#web/client.ts'
import { assignmentQuery, takeTask, taskQuery } from '#web/tasks/queries.ts'
import { choiceOf, isComplete, TaskFields, type TaskDraft } from '#web/tasks/task-fields.tsx'
import { isStale } from '#web/tasks/use-assignment-command.ts'
import { Button } from '#web/ui/button.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** The draft of a task, before anything of it is given. Who cooperates and watches is read from its first assignment. */
export function EditTaskForm({ task, onClose }: { task: Task; onClose: () => void }) {
  const [first] = liveAssignments(task)
  const { data, error, isPending } = useQuery({ ...assignmentQuery(first?.id ?? ''), enabled: first !== undefined })
  if (error) return <ProblemMessage error={error} />
  if (isPending && first) return <Loading rows={4} />
  return <EditForm task={task} first={data} onClose={onClose} />
}

/** A draft that was replaced is withdrawn and was never given: history, no longer part of the task. */
export function liveAssignments(task: Task): Task['assignments'] {
  return task.assignments.filter((row) => row.state !== 'withdrawn' || row.issuedOn !== null)
}

function EditForm({ task, first, onClose }: { task: Task; first: Assignment | undefined; onClose: () => void }) {
  const { t } = useTranslation(['tasks', 'shell'])
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [was] = useState<TaskDraft>(() => ({
    action: task.action,
    deliverable: task.deliverable ?? '',
    deadline: draftOf(task.deadline),
    leads: liveAssignments(task).map((row) => named(row.lead)),
    cooperating: (first?.cooperating ?? []).map(named),
    monitor: first?.monitor ? [named(first.monitor)] : [],
    reporting: task.reporting,
  }))
  const [draft, setDraft] = useState(was)
  // The page is read again whenever something changes; what was opened here was this version.
  const [version, setVersion] = useState(task.version)
  const [tried, setTried] = useState(false)
  const command = useMutation({
    mutationFn: () =>
      call(tasksApi.editTask, {
        params: { id: task.id },
        version,
        body: {
          action: draft.action.trim(),
          deliverable: draft.deliverable.trim() === '' ? null : draft.deliverable.trim(),
          deadline: deadlineOf(draft.deadline, task.deadline),
          ...(draft.reporting === undefined ? {} : { reporting: draft.reporting }),
          // New addressees mean new drafts; who is unchanged is not sent again.
          ...(sameChoice(draft, was) ? {} : choiceOf(draft)),
        },
      }),
    onSuccess: (answer) => {
      takeTask(client, answer)
      showToast(t('task.saved'))
      onClose()
    },
    onError: async (error) => {
      if (isStale(error)) setVersion((await client.fetchQuery({ ...taskQuery(task.id), staleTime: 0 })).version)
    },
  })
  return (
    <form
      ref={form}
      className="stack act-form"
      noValidate
      aria-label={t('task.edit')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isComplete(draft)) command.mutate()
        else if (form.current) focusFirstError(form.current)
      }}
    >
      <TaskFields value={draft} onChange={setDraft} tried={tried} />
      {isStale(command.error) ? (
        <p className="nt late" role="alert">
          <span>{t('form.stale')}</span>
        </p>
      ) : (
        <ProblemMessage error={command.error} />
      )}
      <div className="row wrap">
        <Button type="submit" look="primary" busy={command.isPending}>
          {t('task.save')}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t('shell:cancel')}
        </Button>
      </div>
    </form>
  )
}

function named(unit: UnitRef): NamedAddressee {
  return { kind: unit.external ? 'external' : 'unit', id: unit.id, name: unit.name, count: 1 }
}

function sameChoice(a: TaskDraft, b: TaskDraft): boolean {
  return JSON.stringify(choiceOf(a)) === JSON.stringify(choiceOf(b))
}
