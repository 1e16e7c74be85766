import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { markQuote } from '#core/tasks/quote-mark.ts'
import type { ThreadStep } from '#core/tasks/thread-step.ts'
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
  const { directive, parent, citation, quoteStart, note } = source
  // What comes neither from a person nor from a directive that is read here comes from one of which the register has but a line.
  if (!directive && !parent) return <>{t(note === null ? 'thread.sentenceStub' : 'thread.sentenceHand')}</>
  const name = directive ? nameOf(directive) : ''
  return (
    <>
      {parent ? (
        <Link to="/assignments/$id" params={{ id: parent.assignmentId }}>
          {t('thread.sentenceCascade', { code: parent.code, lead: parent.lead.shortName })}
        </Link>
      ) : null}
      {parent && directive ? ', ' : null}
      {directive ? (
        <Link to="/directives/$id" params={{ id: directive.id }} search={quoteStart === null ? {} : { at: quoteStart }}>
          {citation === null ? name : t('thread.sentencePlace', { directive: name, citation })}
        </Link>
      ) : null}
    </>
  )
}

/** "Kế hoạch 297/KH-BPTCS"; without a number its subject. */
function nameOf({ type, symbol, subject }: { type: string | null; symbol: string | null; subject: string }): string {
  const name = [type, symbol].filter(Boolean).join(' ') || subject
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1)
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
