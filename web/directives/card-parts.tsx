import { useTranslation } from 'react-i18next'
import { lastDayOnTime } from '#core/tasks/deadline.ts'
import type { Deadline } from '#core/tasks/deadline.ts'
import type { Proposal } from '#core/directives/proposal.ts'
import type { Settings } from '#core/settings/settings.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Icon } from '#web/ui/icon.tsx'

const BARS = [4, 5.6, 7.2, 8.8, 10.4]

/** How sure reading is, as five bars and a figure; shown, never hidden behind an automatic accept. */
export function Confidence({ of }: { of: Proposal }) {
  const { t } = useTranslation('directives')
  const { percent } = useFormat()
  const share = of.reading.confidence
  if (share === null) return <span className="cf">{t('card.byPerson')}</span>
  const label = t('card.confidence', { share: percent(share, 0) })
  return (
    <span className="cf" title={label}>
      <span className="vh">{label}</span>
      <svg width="34" height="12" viewBox="0 0 34 12" aria-hidden="true">
        {BARS.map((height, at) => (
          <rect
            key={height}
            x={at * 7}
            y={12 - height}
            width="5"
            height={height}
            fill={share > at * 0.2 + 0.1 ? 'var(--ink-2)' : 'var(--line-2)'}
          />
        ))}
      </svg>
      <span aria-hidden="true">{percent(share, 0)}</span>
    </span>
  )
}

export function KindTag({ of }: { of: Proposal }) {
  const { t } = useTranslation('directives')
  if (of.exhortation) return <span className="tag line">{t('kind.exhortation')}</span>
  if (of.kind === 'target') return <span className="tag cham">{t('kind.target')}</span>
  return (
    <>
      <span className="tag">{t(of.fields.deadline?.kind === 'recurring' ? 'kind.recurring' : 'kind.commitment')}</span>
      {of.reading.flags.includes('conditional') && (
        <span className="tag line" title={t('kind.conditionalHint')}>
          {t('kind.conditional')}
        </span>
      )}
      {of.reading.flags.includes('restatement') && <span className="tag line">{t('kind.restatement')}</span>}
    </>
  )
}

const ELEMENTS = ['lead', 'action', 'deadline', 'deliverable'] as const

/** Which of the four elements the sentence gives, and which it lacks. */
export function Elements({ of }: { of: Proposal }) {
  const { t } = useTranslation('directives')
  if (of.kind === 'target') return null
  const missing: readonly string[] = of.reading.missing
  return (
    <ul className="el">
      {ELEMENTS.map((element) =>
        missing.includes(element) ? (
          <li key={element} className="mi">
            <Icon name="x" />
            {t('card.lacks', { field: t(`field.${element}`).toLocaleLowerCase('vi') })}
          </li>
        ) : (
          <li key={element}>
            <Icon name="check" />
            {t(`field.${element}`)}
          </li>
        ),
      )}
    </ul>
  )
}

/** The day until which it is in time, beside the words of the directive. */
export function DeadlineWords({ of, settings }: { of: Deadline | null; settings: Settings | undefined }) {
  const { t } = useTranslation('directives')
  const { day } = useFormat()
  if (!of) return <p className="du">{t('card.noDeadline')}</p>
  const last = settings && lastDayOnTime(of, settings)
  return (
    <p className="du">
      {last ? day(last) : t(of.kind === 'recurring' ? 'kind.recurring' : 'card.undetermined')} <q>{of.text}</q>
    </p>
  )
}
