import { useTranslation } from 'react-i18next'
import type { Assignment } from '#core/tasks/answers.ts'
import { countClasses } from '#core/tasks/comb.ts'
import type { ThreadStep } from '#core/tasks/thread-step.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { ClassGlyph, wordOf } from '#web/tasks/class-glyph.tsx'
import { CombFigure } from '#web/tasks/comb.tsx'
import { StepHead } from '#web/tasks/step-head.tsx'

const NAMED_AT_MOST = 60

/** The fan-out: whom the task went to, and how each of them stands. */
export function IssueStep({
  step,
  assignment,
}: {
  step: Extract<ThreadStep, { stage: 'issue' }>
  assignment: Assignment
}) {
  const { t } = useTranslation(['tasks', 'shell'])
  const format = useFormat()
  const { siblings } = step
  const counts = countClasses(siblings)
    .map(({ class: kind, count }) => `${format.number(count)} ${t(`classShort.${kind}`)}`)
    .join(', ')
  const total = siblings.length
  const approver = step.approvedBy?.name
  if (step.state === 'ahead')
    return (
      <StepHead
        step={step}
        title={t('thread.notIssued')}
        note={approver === undefined ? undefined : t('thread.notIssuedApproved', { name: approver })}
      />
    )
  const issuedBy =
    approver === undefined
      ? t('thread.issueBy', { unit: step.issuedBy.name })
      : t('thread.issueByApproved', { unit: step.issuedBy.name, name: approver })
  if (total < 2)
    return (
      <>
        <StepHead step={step} title={t('thread.issueOne', { unit: assignment.lead.name })} />
        <p>{issuedBy}</p>
      </>
    )
  const own = siblings.find((sibling) => sibling.own)
  const label = own
    ? t('thread.combOwn', {
        total,
        counts,
        unit: own.lead.shortName,
        class: t(`shell:lateness.${wordOf(own.lateness.class)}`),
      })
    : t('thread.comb', { total, counts })
  return (
    <>
      <StepHead step={step} title={t('thread.issue', { count: total })} note={counts} />
      <CombFigure siblings={siblings} label={label} />
      <p>{issuedBy}</p>
      <details className="sibs">
        <summary>{t('thread.siblings')}</summary>
        <ul>
          {siblings.slice(0, NAMED_AT_MOST).map((sibling) => (
            <li key={sibling.id} className={sibling.own ? 'b' : undefined}>
              <ClassGlyph of={sibling.lateness.class} beside />
              <span>{sibling.lead.name}</span>
              <span className="mut">{t(`classShort.${sibling.lateness.class}`)}</span>
            </li>
          ))}
          {total > NAMED_AT_MOST ? (
            <li className="mut">{t('task.previewMore', { count: total - NAMED_AT_MOST })}</li>
          ) : null}
        </ul>
      </details>
    </>
  )
}
