import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RegisterCounts } from '#core/directives/register.ts'
import { type RegisterFilter, registerCountsQuery } from '#web/directives/queries.ts'
import type { Condition, ValuedCondition } from '#web/directives/register-condition.ts'
import { capitalised } from '#core/kernel/capitalised.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** The values of a dimension as they are shown, with how many directives have each. */
export function valuesOf(
  counts: RegisterCounts,
  condition: ValuedCondition,
): { value: string; name: string; count: number }[] {
  switch (condition) {
    case 'type':
      return counts.types.map((one) => ({ ...one, name: capitalised(one.value) }))
    case 'issuer':
      return counts.issuers.map((one) => ({ ...one, name: one.value }))
    case 'urgency':
      return counts.urgencies.map((one) => ({ ...one, name: capitalised(one.value) }))
    case 'owner':
      return counts.owners.map(({ unit, count }) => ({ value: unit.id, name: unit.name, count }))
  }
}

/** What a condition demands, in words. */
export function useConditionWords(filter: RegisterFilter): (condition: Condition) => string {
  const { t } = useTranslation('directives')
  const { day } = useFormat()
  const month = useMonthName()
  const { data } = useQuery(registerCountsQuery(filter))
  return (condition) => {
    switch (condition) {
      case 'month':
        return month(filter.month ?? '')
      case 'received': {
        const [from, to] = [
          filter.receivedFrom && day(filter.receivedFrom),
          filter.receivedTo && day(filter.receivedTo),
        ]
        return from && to
          ? t('register.span.both', { from, to })
          : from
            ? t('register.span.from', { from })
            : t('register.span.to', { to })
      }
      case 'type':
      case 'urgency':
        return capitalised(filter[condition] ?? '')
      case 'issuer':
        return filter.issuer ?? ''
      case 'owner':
        return data?.owners.find(({ unit }) => unit.id === filter.owner)?.unit.name ?? '…'
      case 'overdue':
        return t('register.by.overdue')
    }
  }
}

/** "tháng 3/2026". */
export function useMonthName(): (month: string) => string {
  const { t } = useTranslation('directives')
  return (month) => {
    const [year = '', number = ''] = month.split('-')
    return t('register.month', { month: `${Number(number)}`, year })
  }
}
