import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { againstToday, type Against } from '#core/tasks/against-today.ts'
import type { Lateness } from '#core/tasks/lateness.ts'
import { LatenessBar } from '#web/tasks/lateness-bar.tsx'

/** "quá 53 ngày", "còn 7 ngày": how far the due day is from today, in words. */
export function againstText(against: Against, t: TFunction<'tasks'>): string {
  switch (against.kind) {
    case 'over':
      return t('against.over', { count: against.days })
    case 'left':
      return t('against.left', { count: against.days })
    case 'done_late':
      return t('against.doneLate', { count: against.days })
    case 'reported_late':
      return t('against.reportedLate', { count: against.days })
    case 'age':
      return t('against.age', { count: against.days })
    case 'today':
      return t('against.today')
    case 'done_on_time':
      return t('against.doneOnTime')
    case 'done':
      return t('against.done')
    case 'awaiting':
      return t('against.awaiting')
    case 'closed':
      return t('against.closed')
    case 'not_counted':
      return t('against.notCounted')
  }
}

const COLOUR: Partial<Record<Against['kind'], string>> = {
  over: 'b c-over',
  reported_late: 'b c-over',
  left: 'c-open',
  today: 'b c-open',
  done_late: 'c-late',
}

/** The inline bar with its words; without a bar only the words, as where these are long. */
export function AgainstToday({ lateness, today, bar }: { lateness: Lateness; today: PlainDate; bar?: boolean }) {
  const { t } = useTranslation('tasks')
  const against = againstToday(lateness, today)
  const days =
    against.kind === 'over'
      ? { overdueDays: against.days }
      : against.kind === 'left'
        ? { daysLeft: against.days }
        : against.kind === 'today'
          ? { daysLeft: 0 }
          : undefined
  return (
    <span className="against">
      {bar && days ? <LatenessBar {...days} /> : null}
      <span className={COLOUR[against.kind] ?? 'mut'}>{againstText(against, t)}</span>
    </span>
  )
}
