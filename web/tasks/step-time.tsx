import type { ThreadStep } from '#core/tasks/thread-step.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** The day of a step at its right edge; the exact time is in the words below it. */
export function StepTime({ step }: { step: Pick<ThreadStep, 'at' | 'on'> }) {
  const format = useFormat()
  if (step.on !== null) return <time dateTime={step.on}>{format.day(step.on)}</time>
  return step.at === null ? null : <time dateTime={step.at}>{format.instantDay(step.at)}</time>
}
