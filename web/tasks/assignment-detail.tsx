import { useTranslation } from 'react-i18next'
import type { Assignment } from '#core/tasks/answers.ts'
import { ActionPanel } from '#web/tasks/action-panel.tsx'
import { AssignmentFacts } from '#web/tasks/assignment-facts.tsx'
import { AssignmentHistory } from '#web/tasks/assignment-history.tsx'
import { Thread } from '#web/tasks/thread.tsx'
import { useToday } from '#web/tasks/use-today.ts'

/** An assignment in one column: what it is, what can be done with it, how it came here. */
export function AssignmentDetail({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('tasks')
  const today = useToday()
  return (
    <article className="asg">
      <h2>{assignment.action}</h2>
      <AssignmentFacts assignment={assignment} today={today} />
      <ActionPanel assignment={assignment} />
      <h3 className="vh">{t('thread.title')}</h3>
      <Thread assignment={assignment} today={today} />
      <AssignmentHistory assignment={assignment} />
    </article>
  )
}
