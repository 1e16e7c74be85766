import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ThreadStep } from '#core/tasks/thread-step.ts'
import { StepHead } from '#web/tasks/step-head.tsx'

/** The thread goes on below: what the holder gave to its own units. */
export function CascadeStep({ step }: { step: Extract<ThreadStep, { stage: 'cascade' }> }) {
  const { t } = useTranslation('tasks')
  const assignments = step.children.reduce((sum, child) => sum + child.assignments, 0)
  return (
    <>
      <StepHead
        step={step}
        title={t('thread.cascade')}
        note={t('thread.cascadeCount', { tasks: step.children.length, assignments })}
      />
      <ul className="kids">
        {step.children.map((child) => (
          <li key={child.id}>
            <Link to="/tasks/$id" params={{ id: child.id }}>
              {child.code}
            </Link>
            <span>{child.action}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
