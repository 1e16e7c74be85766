import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThreadStep } from '#core/tasks/thread-step.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { StepTime } from '#web/tasks/step-time.tsx'

/** Stage, what there is to say in a few words, state for those who do not see the node, and the day. */
export function StepHead({ step, title, note }: { step: ThreadStep; title: string; note?: ReactNode }) {
  const { t } = useTranslation('tasks')
  return (
    <div className="st">
      <div>
        <b>{title}</b>
        {note === undefined || note === null ? null : <span className="ink2">{note}</span>}
        <span className="vh">{t(`thread.state.${step.state}`)}</span>
      </div>
      <StepTime step={step} />
    </div>
  )
}

export function ByLine({ step }: { step: ThreadStep }) {
  const format = useFormat()
  if (step.by === null) return null
  const who = step.by.position === '' ? step.by.name : `${step.by.name}, ${step.by.position}`
  return <p className="by">{step.at === null ? who : `${who}, ${format.time(step.at)}`}</p>
}

export function Reason({ children }: { children: string | null }) {
  const { t } = useTranslation('tasks')
  return children === null || children === '' ? null : <p>{t('thread.change.reason', { reason: children })}</p>
}
