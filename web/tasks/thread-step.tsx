import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Assignment, HistoryStep } from '#core/tasks/answers.ts'
import { commandWord } from '#core/tasks/thread.ts'
import type { ThreadStep } from '#core/tasks/thread-step.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { AnswerStep } from '#web/tasks/step-answer.tsx'
import { CascadeStep } from '#web/tasks/step-cascade.tsx'
import { EvidenceStep } from '#web/tasks/step-evidence.tsx'
import { ByLine, Reason, StepHead } from '#web/tasks/step-head.tsx'
import { IssueStep } from '#web/tasks/step-issue.tsx'
import { CompletionStep, ReportsStep } from '#web/tasks/step-reports.tsx'
import { SentenceStep } from '#web/tasks/step-sentence.tsx'

export function StepBody({ step, assignment, today }: { step: ThreadStep; assignment: Assignment; today: PlainDate }) {
  const { t } = useTranslation('tasks')
  switch (step.stage) {
    case 'sentence':
      return <SentenceStep step={step} action={assignment.action} />
    case 'task':
      return (
        <>
          <StepHead step={step} title={t('thread.task')} note={step.code} />
          {step.deliverable === null ? null : <p>{t('thread.deliverable', { text: step.deliverable })}</p>}
          <ByLine step={step} />
        </>
      )
    case 'issue':
      return <IssueStep step={step} assignment={assignment} />
    case 'answer':
      return <AnswerStep step={step} />
    case 'change':
      return <ChangeStep step={step} assignment={assignment} />
    case 'reports':
      return <ReportsStep step={step} />
    case 'evidence':
      return <EvidenceStep step={step} />
    case 'completion':
      return <CompletionStep step={step} assignment={assignment} today={today} />
    case 'decision':
      return <DecisionStep step={step} assignment={assignment} />
    case 'cascade':
      return <CascadeStep step={step} />
    case 'exit':
      return (
        <>
          <StepHead step={step} title={t(`thread.exit.${step.exit}`)} />
          <Reason>{step.reason}</Reason>
          <ByLine step={step} />
        </>
      )
  }
}

function DecisionStep({
  step,
  assignment,
}: {
  step: Extract<ThreadStep, { stage: 'decision' }>
  assignment: Assignment
}) {
  const { t } = useTranslation('tasks')
  const isWaiting = step.decision === 'awaited' && assignment.state === 'reported_complete'
  return (
    <>
      <StepHead
        step={step}
        title={t(`thread.decision.${step.decision}`)}
        note={isWaiting ? t('thread.decision.awaitedNow', { unit: assignment.issuedBy.shortName }) : undefined}
      />
      <Reason>{step.reason}</Reason>
      <ByLine step={step} />
    </>
  )
}

function ChangeStep({ step, assignment }: { step: Extract<ThreadStep, { stage: 'change' }>; assignment: Assignment }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const word = commandWord(step.change.command)
  const { reason, dueOn } = step.change.data
  const title =
    word === 'revise' || word === 'reassign' || word === 'set_cooperating' || word === 'return'
      ? t(`thread.change.${word}`)
      : t('thread.change.assign_handler')
  const note =
    word !== 'revise'
      ? namedIn(step.change, assignment)
      : typeof dueOn === 'string'
        ? t('thread.change.dueTo', { to: format.day(dueOn) })
        : dueOn === null
          ? t('thread.change.dueNone')
          : undefined
  return (
    <>
      <StepHead step={step} title={title} note={note} />
      <Reason>{typeof reason === 'string' ? reason : null}</Reason>
      <ByLine step={step} />
    </>
  )
}

/** Who was named, where it is who holds it now; the journal keeps earlier ones only by their number. */
function namedIn({ data }: HistoryStep, { handler, lead }: Assignment): string | undefined {
  if (handler !== null && data['personId'] === handler.id) return handler.name
  const to = data['lead']
  return typeof to === 'object' && to !== null && 'id' in to && to.id === lead.id ? lead.name : undefined
}
