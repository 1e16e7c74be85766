import '#web/ui/work.css'
import '#web/tasks/tasks.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tasksApi } from '#core/tasks/api.ts'
import { deadlineOf } from '#core/tasks/deadline-draft.ts'
import { call, newKey } from '#web/client.ts'
import { takeTask } from '#web/tasks/queries.ts'
import { choiceOf, EMPTY_DRAFT, isComplete, TaskFields } from '#web/tasks/task-fields.tsx'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

/** A task that comes from no directive of the register: entered by hand, never without its source. */
export function NewTaskPage() {
  const { t } = useTranslation(['tasks', 'shell'])
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const key = useRef(newKey())
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [source, setSource] = useState('')
  const [tried, setTried] = useState(false)
  const command = useMutation({
    mutationFn: () =>
      call(tasksApi.draftTask, {
        idempotencyKey: key.current,
        body: {
          ...choiceOf(draft),
          action: draft.action.trim(),
          deliverable: draft.deliverable.trim() === '' ? null : draft.deliverable.trim(),
          deadline: deadlineOf(draft.deadline, null),
          ...(draft.reporting === undefined ? {} : { reporting: draft.reporting }),
          source: source.trim(),
        },
      }),
    onSuccess: (task) => {
      takeTask(client, task)
      void navigate({ to: '/tasks/$id', params: { id: task.id } })
    },
    onError: () => {
      key.current = newKey()
    },
  })
  return (
    <Page title={t('task.newTitle')} crumbs={<Link to="/tasks">{t('task.title')}</Link>}>
      <div className="page narrow">
        <form
          ref={form}
          className="stack"
          noValidate
          aria-label={t('task.newTitle')}
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (isComplete(draft) && source.trim() !== '') command.mutate()
            else if (form.current) focusFirstError(form.current)
          }}
        >
          <p className="ink2">{t('task.newText')}</p>
          <TextArea
            label={t('task.sourceLabel')}
            hint={t('task.sourceHint')}
            value={source}
            required
            maxLength={2000}
            onChange={(event) => setSource(event.target.value)}
            error={tried && source.trim() === '' ? t('task.sourceNeeded') : undefined}
          />
          <TaskFields value={draft} onChange={setDraft} tried={tried} />
          <ProblemMessage error={command.error} />
          <div className="row wrap">
            <Button type="submit" look="primary" busy={command.isPending}>
              {t('task.create')}
            </Button>
            <Link className="btn ghost" to="/tasks">
              {t('shell:cancel')}
            </Link>
          </div>
        </form>
      </div>
    </Page>
  )
}
