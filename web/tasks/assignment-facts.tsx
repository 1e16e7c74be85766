import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { againstVerdict } from '#core/tasks/against-today.ts'
import type { Assignment } from '#core/tasks/answers.ts'
import { taskCodeOf } from '#core/tasks/thread.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { useReportingWords } from '#web/tasks/reporting-words.ts'
import { againstText } from '#web/tasks/against-words.tsx'
import { StateText } from '#web/tasks/state-text.tsx'

/** Who, by when, and how it stands against both due dates. The office's own words for the deadline stay beside the date. */
export function AssignmentFacts({ assignment, today }: { assignment: Assignment; today: PlainDate }) {
  const { t } = useTranslation(['tasks', 'assignment'])
  const reportingWords = useReportingWords()
  const format = useFormat()
  const { originalDueOn, dueOn, lateness, deadline } = assignment
  const original = againstVerdict(lateness.original, today)
  const isMoved = originalDueOn !== dueOn && originalDueOn !== null
  return (
    <>
      <dl className="fx">
        <Fact term={t('field.lead')} wide>
          {assignment.lead.name}
          {assignment.lead.external ? <span className="mut"> ({t('task.external')})</span> : null}
        </Fact>
        <Fact term={t('field.cooperating')} wide>
          {assignment.cooperating.length === 0 ? (
            <span className="mut">{t('field.none')}</span>
          ) : (
            assignment.cooperating.map((unit) => unit.name).join(', ')
          )}
        </Fact>
        <Fact term={t('field.monitor')}>
          {assignment.monitor?.name ?? <span className="mut">{t('field.none')}</span>}
        </Fact>
        <Fact term={t('field.handler')}>
          {assignment.handler?.name ?? <span className="mut">{t('field.nobody')}</span>}
        </Fact>
        <Fact term={t('field.state')}>
          <StateText row={assignment} />
        </Fact>
        <Fact term={t('field.action')}>
          <Link to="/tasks/$id" params={{ id: assignment.taskId }}>
            {taskCodeOf(assignment.code)}
          </Link>
        </Fact>
        <Fact term={isMoved ? t('deadline.original') : t('field.due')}>
          {originalDueOn === null && dueOn === null
            ? t('deadline.none')
            : format.day(isMoved ? originalDueOn : (dueOn ?? ''))}
        </Fact>
        {isMoved ? (
          <Fact term={t('deadline.current')}>{dueOn === null ? t('deadline.none') : format.day(dueOn)}</Fact>
        ) : null}
        {isMoved && original.kind !== 'not_counted' ? (
          <Fact term={t('deadline.againstOriginal')} tone={original.kind === 'over' ? 'c-over b' : ''}>
            {againstText(original, t)}
          </Fact>
        ) : null}
        <Fact term={t('field.issuedOn')}>
          {assignment.issuedOn === null ? t('against.notCounted') : format.day(assignment.issuedOn)}
        </Fact>
        {assignment.reporting === null && assignment.expectedReports.length === 0 ? null : (
          <Fact term={t('assignment:reporting.short')} wide>
            {reportingWords(assignment.reporting)}
            {assignment.missedReports === 0 ? null : (
              <b className="c-over gap-n">{t('assignment:reporting.missed', { count: assignment.missedReports })}</b>
            )}
          </Fact>
        )}
      </dl>
      {assignment.deadlineText === null ? null : (
        <p className="said-due">{t('deadline.written', { text: assignment.deadlineText })}</p>
      )}
      {deadline === null || assignment.deadlineText !== null ? null : (
        <p className="said-due">
          {t('deadline.written', { text: deadline.text })}
          {deadline.hour === undefined ? '' : `, ${t('deadline.hour', { hour: deadline.hour })}`}
          {deadline.event === undefined ? '' : `, ${t('deadline.event', { event: deadline.event })}`}
        </p>
      )}
    </>
  )
}

function Fact({ term, tone, wide, children }: { term: string; tone?: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'wide' : undefined}>
      <dt>{term}</dt>
      <dd className={tone}>{children}</dd>
    </div>
  )
}
