import { useTranslation } from 'react-i18next'
import type { ThreadStep } from '#core/tasks/thread-step.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { ByLine, Reason, StepHead } from '#web/tasks/step-head.tsx'

export function AnswerStep({ step }: { step: Extract<ThreadStep, { stage: 'answer' }> }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  if (step.answer === 'awaited')
    return (
      <>
        <StepHead step={step} title={t('thread.answer.awaited')} />
        {step.answerBy === null ? null : <p>{t('thread.answer.awaitedBy', { day: format.day(step.answerBy) })}</p>}
      </>
    )
  if (step.answer === 'deemed')
    return (
      <>
        <StepHead step={step} title={t('thread.answer.deemed')} />
        <p>{t('thread.answer.deemedText')}</p>
      </>
    )
  return (
    <>
      <StepHead step={step} title={t(`thread.answer.${step.answer}`)} />
      <Reason>{step.reason}</Reason>
      <ByLine step={step} />
    </>
  )
}
