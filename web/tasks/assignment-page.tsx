import '#web/ui/work.css'
import '#web/tasks/tasks.css'
import '#web/tasks/thread-more.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActionPanel } from '#web/tasks/action-panel.tsx'
import { AssignmentFacts } from '#web/tasks/assignment-facts.tsx'
import { AssignmentHistory } from '#web/tasks/assignment-history.tsx'
import { ClassTag } from '#web/tasks/class-tag.tsx'
import { Discussion, UnreadCount } from '#web/tasks/discussion.tsx'
import { LongTitle } from '#web/tasks/long-title.tsx'
import { assignmentQuery } from '#web/tasks/queries.ts'
import { SeenBy } from '#web/tasks/seen-by.tsx'
import { Thread } from '#web/tasks/thread.tsx'
import { SeenMark } from '#web/tasks/use-seen.ts'
import { useToday } from '#web/tasks/use-today.ts'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

/** The thread as a page of its own, with what can be done beside it. */
export function AssignmentPage() {
  const { t } = useTranslation(['tasks', 'assignment'])
  const { id } = useParams({ from: '/signed-in/assignments/$id' })
  const today = useToday()
  const { data, error, isPending, refetch } = useQuery(assignmentQuery(id))
  return (
    <Page title={data?.code ?? t('list.drawer')} crumbs={<Link to="/assignments">{t('list.title')}</Link>}>
      <div className="page asg-page">
        {isPending ? <Loading rows={12} /> : null}
        {error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : null}
        {data ? (
          <>
            <SeenMark id={data.id} version={data.version} />
            <div className="lead-tags">
              <ClassTag assignment={data} today={today} />
            </div>
            <LongTitle text={data.action} className="lead" />
            <div className="two-col">
              <div className="stack wide-gap">
                <section className="sec thread-col" aria-labelledby="thread-title">
                  <div className="sec-h">
                    <h2 id="thread-title">{t('thread.title')}</h2>
                  </div>
                  <Thread assignment={data} today={today} />
                  <AssignmentHistory steps={data.history} />
                </section>
                <section className="sec talk" aria-labelledby="talk-title">
                  <div className="sec-h">
                    <h2 id="talk-title">{t('assignment:discussion.title')}</h2>
                    <UnreadCount id={data.id} />
                  </div>
                  <Discussion id={data.id} isIssued={data.issuedOn !== null} />
                </section>
              </div>
              <div className="side-col">
                <section className="sec" aria-labelledby="actions-title">
                  <div className="sec-h">
                    <h2 id="actions-title">{t('page.actions')}</h2>
                  </div>
                  <ActionPanel key={data.id} assignment={data} saysNothing />
                </section>
                <section className="sec" aria-labelledby="facts-title">
                  <div className="sec-h">
                    <h2 id="facts-title">{t('page.facts')}</h2>
                  </div>
                  <AssignmentFacts assignment={data} today={today} />
                </section>
                {data.issuedOn === null ? null : (
                  <section className="sec" aria-labelledby="seen-title">
                    <div className="sec-h">
                      <h2 id="seen-title">{t('assignment:seen.title')}</h2>
                    </div>
                    <SeenBy id={data.id} />
                  </section>
                )}
              </div>
            </div>
          </>
        ) : null}
      </div>
    </Page>
  )
}
