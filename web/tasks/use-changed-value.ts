import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ChangedValue } from '#core/tasks/answers.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { useReportingWords } from '#web/tasks/reporting-words.ts'

/** A field of the history and its values, as people read them. */
export function useChangedValue(): { fieldOf: (field: string) => string; valueOf: (value: ChangedValue) => string } {
  const { t } = useTranslation(['assignment', 'tasks'])
  const format = useFormat()
  const reportingWords = useReportingWords()
  return {
    fieldOf: (field) =>
      i18next.exists(`history.field.${field}`, { ns: 'assignment' }) ? t(`history.field.${field as 'state'}`) : field,
    valueOf: (value) => {
      if (value === null) return t('history.nothing')
      switch (value.kind) {
        case 'text':
          return value.text
        case 'day':
          return format.day(value.day)
        case 'units':
          return value.units.map(({ shortName }) => shortName).join(', ')
        case 'person':
          return value.person.name
        case 'state':
          return t(`tasks:state.${value.state}`)
        case 'percent':
          return `${value.percent}%`
        case 'reporting':
          return reportingWords(value.rule)
      }
    },
  }
}
