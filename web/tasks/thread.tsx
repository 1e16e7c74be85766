import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Assignment } from '#core/tasks/answers.ts'
import { linesOf, threadOf } from '#core/tasks/thread.ts'
import { StepBody } from '#web/tasks/thread-step.tsx'
import { ThreadNode } from '#web/tasks/thread-node.tsx'

const LINE = { solid: '', dashed: 'dash', waiting: 'wait', cut: 'gap' } as const

/** The throughline at full size: an ordered list, each step with its stage, its state, its day and its person, none of it only drawn. */
export function Thread({ assignment, today }: { assignment: Assignment; today: PlainDate }) {
  const { t } = useTranslation('tasks')
  const steps = threadOf(assignment)
  const lines = linesOf(steps)
  return (
    <ol className="thread" aria-label={t('thread.title')}>
      {steps.map((step, index) => (
        <li key={step.key} className={`${LINE[lines[index] ?? 'waiting']} at-${step.state}`}>
          <ThreadNode stage={step.stage} state={step.state} />
          <StepBody step={step} assignment={assignment} today={today} />
        </li>
      ))}
    </ol>
  )
}
