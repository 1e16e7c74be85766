import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { againstToday } from '#core/tasks/against-today.ts'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { againstText } from '#web/tasks/against-words.tsx'
import { ClassGlyph, TONE, wordOf } from '#web/tasks/class-glyph.tsx'

/** "Đang làm, quá hạn 53 ngày": class and days in one tag. */
export function ClassTag({ assignment, today }: { assignment: Pick<AssignmentRow, 'lateness'>; today: PlainDate }) {
  const { t } = useTranslation(['tasks', 'shell'])
  const { lateness } = assignment
  const against = againstToday(lateness, today)
  const word = t(`shell:lateness.${wordOf(lateness.class)}`)
  const saysMore =
    against.kind === 'over' || against.kind === 'left' || against.kind === 'done_late' || against.kind === 'today'
  return (
    <span className="row wrap tags">
      <span className={`tag ${TONE[lateness.class]}`}>
        <ClassGlyph of={lateness.class} beside />
        {saysMore ? `${word}, ${againstText(against, t)}` : word}
      </span>
      {lateness.awaitingConfirmation ? <span className="tag line">{t('against.awaiting')}</span> : null}
    </span>
  )
}
