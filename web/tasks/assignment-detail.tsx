import { useTranslation } from 'react-i18next'
import type { Assignment } from '#core/tasks/answers.ts'
import { ActionPanel } from '#web/tasks/action-panel.tsx'
import { LongTitle } from '#web/tasks/long-title.tsx'
import { AssignmentFacts } from '#web/tasks/assignment-facts.tsx'
import { AssignmentHistory } from '#web/tasks/assignment-history.tsx'
import { Discussion, UnreadCount } from '#web/tasks/discussion.tsx'
import { SeenBy } from '#web/tasks/seen-by.tsx'
import { Thread } from '#web/tasks/thread.tsx'
import { SeenMark } from '#web/tasks/use-seen.ts'
import { useToday } from '#web/tasks/use-today.ts'
import { Folded } from '#web/ui/folded.tsx'

/** An assignment in one column: what it is, what can be done with it, how it came here. */
export function AssignmentDetail({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation(['tasks', 'assignment'])
  const today = useToday()
  return (
    <article className="asg">
      <LongTitle text={assignment.action} />
      <AssignmentFacts assignment={assignment} today={today} />
      <ActionPanel assignment={assignment} />
      <h3 className="vh">{t('thread.title')}</h3>
      <Thread assignment={assignment} today={today} />
      <AssignmentHistory steps={assignment.history} />
      <SeenMark id={assignment.id} version={assignment.version} />
      <section className="sec talk" aria-labelledby="talk-title">
        <div className="sec-h">
          <h3 id="talk-title">{t('assignment:discussion.title')}</h3>
          <UnreadCount id={assignment.id} />
        </div>
        <Discussion id={assignment.id} isIssued={assignment.issuedOn !== null} />
      </section>
      {assignment.issuedOn === null ? null : (
        <Folded className="hist" head={t('assignment:seen.title')}>
          {() => <SeenBy id={assignment.id} />}
        </Folded>
      )}
    </article>
  )
}
