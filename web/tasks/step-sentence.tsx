import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { markQuote } from '#core/tasks/quote-mark.ts'
import type { ThreadStep } from '#core/tasks/thread.ts'
import { StepHead } from '#web/tasks/step-head.tsx'

/** Where it all starts: the words as issued, on paper, with the way to their place in the directive. */
export function SentenceStep({ step, action }: { step: Extract<ThreadStep, { stage: 'sentence' }>; action: string }) {
  const { t } = useTranslation('tasks')
  const { source } = step
  return (
    <>
      <StepHead step={step} title={t('thread.sentence')} note={<SourceLink source={source} />} />
      {source.quote === null ? null : <Quote text={source.quote} action={action} />}
      {source.note === null ? null : <p className="src-note">{source.note}</p>}
    </>
  )
}

export function SourceLink({ source }: { source: Extract<ThreadStep, { stage: 'sentence' }>['source'] }) {
  const { t } = useTranslation('tasks')
  const { directive, parent, citation, quoteStart } = source
  if (directive) {
    const name = [directive.type, directive.symbol].filter(Boolean).join(' ') || directive.subject
    return (
      <Link
        to="/directives/$id"
        params={{ id: directive.id }}
        {...(quoteStart === null ? {} : { hash: `p=${quoteStart}` })}
      >
        {citation === null ? name : t('thread.sentencePlace', { directive: name, citation })}
      </Link>
    )
  }
  if (parent) {
    return (
      <Link to="/assignments/$id" params={{ id: parent.assignmentId }}>
        {t('thread.sentenceCascade', { code: parent.code, lead: parent.lead.shortName })}
      </Link>
    )
  }
  return <>{t('thread.sentenceHand')}</>
}

export function Quote({ text, action }: { text: string; action: string }) {
  const { before, marked, after } = markQuote(text, action)
  return (
    <blockquote className="quote">
      {before}
      {marked === '' ? null : <mark>{marked}</mark>}
      {after}
    </blockquote>
  )
}
