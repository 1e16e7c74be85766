import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ProposalContent } from '#core/directives/rereading.ts'
import type { Deadline } from '#core/tasks/deadline.ts'
import { parseDay } from '#web/format.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** The fields of a proposal in words, one by one. */
export function useContentWords() {
  const { t } = useTranslation('directives')
  const { day, number } = useFormat()
  const none = t('card.notNamed')
  const text = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : none)
  const deadlineWords = ({ text: written, iso }: Deadline): string =>
    iso ? `${day(iso)} (“${written}”)` : `“${written}”`
  return {
    label: (name: string): string =>
      i18next.exists(`field.${name}`, { ns: 'directives' }) ? t(`field.${name}` as 'field.lead') : name,
    value(content: ProposalContent, name: string): string {
      if (name === 'quote') return content.quote
      if (name === 'exhortation') return t(content.exhortation ? 'kind.exhortation' : `kind.${content.kind}`)
      const value = (content.fields as Record<string, unknown>)[name]
      if (Array.isArray(value)) return value.join('; ') || none
      if (typeof value === 'number') return number(value)
      if (name === 'direction') return t(`direction.${value as 'reach'}`)
      if (name === 'comparator') return t(`comparatorName.${(value ?? 'none') as 'none'}`)
      if (name === 'due') return typeof value === 'string' && parseDay(value) ? day(value) : text(value)
      if (name === 'deadline' && value !== null) return deadlineWords(value as Deadline)
      return text(value)
    },
  }
}
