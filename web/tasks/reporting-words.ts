import { useTranslation } from 'react-i18next'
import type { ReportingRule } from '#core/tasks/reporting.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** A schedule of reports in the words of the office. */
export function useReportingWords(): (rule: ReportingRule | null) => string {
  const { t } = useTranslation('assignment')
  const format = useFormat()
  return (rule) => {
    if (rule === null) return t('reporting.none')
    switch (rule.kind) {
      case 'weeks': {
        const weekday = t(`reporting.weekdays.${rule.weekday as 1}`)
        return rule.every === 1
          ? t('reporting.weekly', { weekday })
          : t('reporting.everyWeeks', { count: rule.every, weekday })
      }
      case 'months':
        return rule.every === 1
          ? t('reporting.monthly', { day: rule.day })
          : t('reporting.everyMonths', { count: rule.every, day: rule.day })
      case 'dates':
        return t('reporting.dates', { days: rule.on.map((day) => format.day(day)).join(', ') })
    }
  }
}
