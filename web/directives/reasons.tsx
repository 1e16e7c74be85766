import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '#core/directives/proposal.ts'
import { splitRule } from '#core/reading/rules.ts'
import enRules from '#web/i18n/en/rules.json'
import viRules from '#web/i18n/vi/rules.json'
import { useFormat } from '#web/i18n/use-format.ts'
import { Icon } from '#web/ui/icon.tsx'

/** Why the machine proposes it: a plain sentence for each rule, what speaks for it and what against, and what its confidence means. */
export function Reasons({ of }: { of: Proposal }) {
  const { t } = useTranslation('directives')
  const { percent } = useFormat()
  const { evidence, confidence } = of.reading
  if (evidence.length === 0 || confidence === null) return null
  const rules = evidence.map(({ field, rule }) => ({ field, ...splitRule(rule) }))
  const found = rules.filter(({ sign }) => sign === null)
  const weighing = rules.filter(({ sign }) => sign !== null)
  const level = confidence >= 0.8 ? 'high' : confidence >= 0.6 ? 'middle' : 'low'
  return (
    <details className="why">
      <summary>{t('card.evidence')}</summary>
      <p>
        {t(`reasons.${level}`, { share: percent(confidence, 0) })}{' '}
        {/* Only the confidence of commitments was measured. */}
        {of.kind === 'commitment' && (
          <span className="mut">{t('reasons.calibration', { share: percent(confidence, 0) })}</span>
        )}
      </p>
      <dl>
        {found.map(({ field, name }) => (
          <div key={`${field} ${name}`}>
            <dt>{fieldWord(field, t)}</dt>
            <dd>{sentenceOf(field, name) ?? t('reasons.unknown')}</dd>
          </div>
        ))}
        {weighing.length > 0 && (
          <div>
            <dt>{t('reasons.weighing')}</dt>
            <dd>
              <ul>
                {weighing.map(({ field, sign, name }) => (
                  <li key={`${sign} ${name}`}>
                    <Icon name={sign === '+' ? 'plus' : 'off'} />
                    <span>
                      <b>{t(sign === '+' ? 'reasons.for' : 'reasons.against')}:</b>{' '}
                      {sentenceOf(field, name) ?? t('reasons.unknown')}
                    </span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </details>
  )
}

function fieldWord(field: string, t: ReturnType<typeof useTranslation<'directives'>>['t']): string {
  return i18next.exists(`field.${field}`, { ns: 'directives' })
    ? t(`field.${field}` as 'field.lead')
    : t('reasons.what')
}

function sentenceOf(field: string, name: string): string | undefined {
  const sentences: Readonly<Record<string, Readonly<Record<string, string>>>> = i18next.language.startsWith('vi')
    ? viRules
    : enRules
  return sentences[field]?.[name]
}
