import '#web/ui/work.css'
import '#web/tasks/tasks.css'
import '#web/tasks/thread-more.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Task } from '#core/tasks/answers.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { AssignmentHistory } from '#web/tasks/assignment-history.tsx'
import { AssignmentRows } from '#web/tasks/assignment-rows.tsx'
import { ClassGlyph } from '#web/tasks/class-glyph.tsx'
import { TaskComb } from '#web/tasks/task-comb.tsx'
import { LongTitle } from '#web/tasks/long-title.tsx'
import { liveAssignments } from '#web/tasks/edit-task-form.tsx'
import { taskQuery } from '#web/tasks/queries.ts'
import { useReportingWords } from '#web/tasks/reporting-words.ts'
import { Quote, SourceLink } from '#web/tasks/step-sentence.tsx'
import { TaskStar } from '#web/home/task-star.tsx'
import { TaskActions } from '#web/tasks/task-actions.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

/** One task: the sentence it comes from, what is to be done by when, and how each of its assignments stands. */
export function TaskPage() {
  const { t } = useTranslation('tasks')
  const { id } = useParams({ from: '/signed-in/tasks/$id' })
  const { data, error, isPending, refetch } = useQuery(taskQuery(id))
  return (
    <Page title={data?.code ?? t('task.title')} crumbs={<Link to="/tasks">{t('task.title')}</Link>}>
      <div className="page asg-page">
        {isPending ? <Loading rows={10} /> : null}
        {error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : null}
        {data ? <TaskBody key={data.id} task={data} /> : null}
      </div>
    </Page>
  )
}

function TaskBody({ task }: { task: Task }) {
  const { t } = useTranslation(['tasks', 'assignment'])
  const reportingWords = useReportingWords()
  const format = useFormat()
  const rows = liveAssignments(task)
  return (
    <>
      <LongTitle text={task.action} className="lead" />
      <TaskActions task={task} rows={rows} />
      {task.deeds.includes('task.star') ? <TaskStar taskId={task.id} /> : null}
      <div className="two-col">
        <div className="stack wide-gap">
          <section className="sec" aria-labelledby="rows-title">
            <div className="sec-h">
              <h2 id="rows-title">{t('task.assignments')}</h2>
              <span className="meta">{t('count.assignments', { count: rows.length + task.siblings.length })}</span>
            </div>
            <TaskComb task={task} rows={rows} />
            <AssignmentRows rows={rows} />
          </section>
          {task.siblings.length === 0 ? null : (
            <section className="sec" aria-labelledby="siblings-title">
              <div className="sec-h">
                <h2 id="siblings-title">{t('task.siblings')}</h2>
                <p>{t('task.siblingsText')}</p>
              </div>
              <ul className="sib-list">
                {task.siblings.map((sibling) => (
                  <li key={sibling.id}>
                    <ClassGlyph of={sibling.lateness.class} beside />
                    <span>{sibling.lead.name}</span>
                    <span className="mut">{t(`classShort.${sibling.lateness.class}`)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <AssignmentHistory steps={task.history} />
        </div>
        <div className="side-col">
          <section className="sec" aria-labelledby="source-title">
            <div className="sec-h">
              <h2 id="source-title">{t('task.source')}</h2>
            </div>
            <p>
              <SourceLink source={task.source} />
            </p>
            {task.source.quote === null ? null : <Quote text={task.source.quote} action={task.action} />}
            {task.source.note === null ? null : <p className="src-note">{task.source.note}</p>}
          </section>
          <section className="sec" aria-labelledby="facts-title">
            <div className="sec-h">
              <h2 id="facts-title">{t('field.action')}</h2>
            </div>
            <dl className="fx">
              <div>
                <dt>{t('field.owner')}</dt>
                <dd>{task.owner.name}</dd>
              </div>
              <div>
                <dt>{t('deadline.lastDay')}</dt>
                <dd>{task.lastDayOnTime === null ? t('deadline.none') : format.day(task.lastDayOnTime)}</dd>
              </div>
              <div>
                <dt>{t('field.deliverable')}</dt>
                <dd>{task.deliverable ?? <span className="mut">{t('field.none')}</span>}</dd>
              </div>
              <div>
                <dt>{t('assignment:reporting.short')}</dt>
                <dd>{reportingWords(task.reporting)}</dd>
              </div>
              <div>
                <dt>{t('field.drafted')}</dt>
                <dd>
                  {format.instantDay(task.draftedAt)}, {task.draftedBy.name}
                </dd>
              </div>
            </dl>
            {task.deadline === null ? null : (
              <p className="said-due">{t('deadline.written', { text: task.deadline.text })}</p>
            )}
          </section>
        </div>
      </div>
    </>
  )
}
