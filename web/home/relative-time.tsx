import { useTranslation } from 'react-i18next'
import { dayOf, daysBetween, type Instant, type PlainDate } from '#core/kernel/plain-date.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** "hôm qua", with the exact time on focus and hover; it is part of the tab order for that. */
export function RelativeTime({ at, today, prefix }: { at: Instant; today: PlainDate; prefix?: string }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const days = daysBetween(dayOf(at), today)
  const words =
    days <= 0
      ? t('time.today', { time: format.time(at) })
      : days === 1
        ? t('time.yesterday')
        : days < 7
          ? t('time.days', { count: days })
          : format.instantDay(at)
  return (
    // The exact time comes with the focus, and so it has a place in the tab order.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <time className="rel" dateTime={at} tabIndex={0} title={format.instant(at)} data-exact={format.instant(at)}>
      {prefix ? `${prefix} ` : ''}
      {words}
    </time>
  )
}
