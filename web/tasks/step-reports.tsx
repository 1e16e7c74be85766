import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Assignment, Report } from '#core/tasks/answers.ts'
import { againstToday } from '#core/tasks/against-today.ts'
import type { ThreadStep } from '#core/tasks/thread-step.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Beads } from '#web/tasks/beads.tsx'
import { ByLine, StepHead } from '#web/tasks/step-head.tsx'

/** Progress as beads on the line with its gaps, the newest in words, the others on demand. */
export function ReportsStep({ step }: { step: Extract<ThreadStep, { stage: 'reports' }> }) {
  const { t } = useTranslation(['tasks', 'assignment'])
  const format = useFormat()
  const newest = step.beads.at(-1)
  const count = step.beads.length
  const days = step.missed.map((day) => format.day(day)).join(', ')
  const missedText = step.missed.length === 0 ? '' : t('assignment:reporting.missedDays', { days })
  const label = !newest
    ? missedText
    : newest.percent === null
      ? t('thread.beads', { count, day: format.day(newest.reportedOn) })
      : t('thread.beadsPercent', { count, day: format.day(newest.reportedOn), percent: newest.percent })
  const said = [
    count === 0 ? '' : t('count.reports', { count }),
    newest && newest.percent !== null ? `${newest.percent}%` : '',
    step.next === null ? '' : t('assignment:reporting.next', { day: format.day(step.next) }),
  ].filter((text) => text !== '')
  const earlier = step.beads.slice(0, -1).toReversed()
  return (
    <>
      <StepHead
        step={newest ? step : { ...step, on: null }}
        title={t('thread.reports')}
        note={
          <>
            {said.join(', ')}
            {step.missed.length === 0 ? null : (
              <b className="c-over gap-n">{t('assignment:reporting.missed', { count: step.missed.length })}</b>
            )}
          </>
        }
      />
      <Beads
        reports={step.beads}
        missed={step.missed}
        isConfirmed={step.state === 'done'}
        label={newest && missedText !== '' ? `${label}. ${missedText}` : label}
        missing={t('assignment:reporting.missing')}
        dayOf={(day) => format.day(day).replace(/[/ ]\d{4}$/, '')}
      />
      {missedText === '' ? null : <p className="c-over">{missedText}</p>}
      {newest ? <ReportText report={newest} /> : null}
      <ByLine step={step} />
      {earlier.length === 0 ? null : (
        <details className="sibs">
          <summary>{t('thread.earlier', { count: earlier.length })}</summary>
          {earlier.map((report) => (
            <div key={report.id} className="rep">
              <p className="by">
                {format.day(report.reportedOn)}
                {report.percent === null ? '' : `, ${report.percent}%`}, {report.reportedBy.name}
              </p>
              <ReportText report={report} />
            </div>
          ))}
        </details>
      )}
    </>
  )
}

export function CompletionStep({
  step,
  assignment,
  today,
}: {
  step: Extract<ThreadStep, { stage: 'completion' }>
  assignment: Assignment
  today: PlainDate
}) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  if (step.report !== null)
    return (
      <>
        <StepHead
          step={step}
          title={t('thread.completion')}
          note={step.report.percent === null ? undefined : `${step.report.percent}%`}
        />
        <ReportText report={step.report} />
        <ByLine step={step} />
      </>
    )
  const against = againstToday(assignment.lateness, today)
  const note =
    against.kind === 'over' ? (
      <span className="c-over">{t('thread.completionMissed', { count: against.days })}</span>
    ) : assignment.dueOn === null ? (
      t('thread.completionNoDue')
    ) : (
      t('thread.completionDue', { day: format.day(assignment.dueOn) })
    )
  return <StepHead step={{ ...step, on: null }} title={t('thread.completion')} note={note} />
}

function ReportText({ report }: { report: Report }) {
  const { t } = useTranslation('tasks')
  return (
    <>
      {report.onBehalf ? <span className="tag line">{t('thread.onBehalf')}</span> : null}
      <p className="said">{report.text}</p>
    </>
  )
}
