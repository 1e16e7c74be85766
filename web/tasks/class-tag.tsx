import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { againstToday } from '#core/tasks/against-today.ts'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { ClassGlyph, TONE, wordOf } from '#web/tasks/class-glyph.tsx'

/** "Đang làm, quá hạn 53 ngày": class and days in one tag. */
export function ClassTag({ assignment, today }: { assignment: Pick<AssignmentRow, 'lateness'>; today: PlainDate }) {
  const { t } = useTranslation(['tasks', 'shell'])
  const { lateness } = assignment
  const against = againstToday(lateness, today)
  const words =
    against.kind === 'reported_late'
      ? t('tag.over', { count: against.days })
      : against.kind === 'over' || against.kind === 'left' || against.kind === 'done_late'
        ? t(`tag.${against.kind}`, { count: against.days })
        : against.kind === 'today'
          ? t('tag.today')
          : t(`shell:lateness.${wordOf(lateness.class)}`)
  return (
    <span className="row wrap tags">
      <span className={`tag ${TONE[lateness.class]}`}>
        <ClassGlyph of={lateness.class} beside />
        {words}
      </span>
      {lateness.awaitingConfirmation ? <span className="tag line">{t('against.awaiting')}</span> : null}
    </span>
  )
}
