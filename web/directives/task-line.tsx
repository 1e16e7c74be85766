import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { tasksApi } from '#core/tasks/api.ts'
import type { TaskRow } from '#core/tasks/answers.ts'
import { call } from '#web/client.ts'
import { refreshAround } from '#web/directives/queries.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** The task that a commitment became, with its draft assignments and the button that issues them. */
export function TaskLine({ task, directiveId, mayIssue }: { task: TaskRow; directiveId: string; mayIssue: boolean }) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const issue = useMutation({
    mutationFn: () => call(tasksApi.issueTask, { params: { id: task.id }, version: task.version }),
    onSuccess: async () => {
      showToast(t('task.issued', { code: task.code }))
      await refreshAround(directiveId)
    },
    onError: () => refreshAround(directiveId),
  })
  const drafts = (task.states['draft'] ?? 0) + (task.states['approved'] ?? 0)
  const out = task.assignments - drafts
  return (
    <div className="tk">
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <rect x="1" y="1" width="10" height="10" fill="var(--cham)" />
      </svg>
      <Link to="/tasks/$id" params={{ id: task.id }}>
        {t('task.open', { code: task.code })}
      </Link>
      <span className="ink2">
        {[
          drafts > 0 ? t('task.drafts', { count: drafts, n: number(drafts) }) : '',
          out > 0 ? t('task.out', { count: out, n: number(out) }) : '',
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      {drafts > 0 && mayIssue && (
        <Button
          small
          look="primary"
          icon="send"
          busy={issue.isPending}
          aria-label={t('task.issueOf', { n: number(drafts), code: task.code })}
          onClick={() => issue.mutate()}
        >
          {t('task.issue')}
        </Button>
      )}
      <ProblemMessage error={issue.error} />
    </div>
  )
}
