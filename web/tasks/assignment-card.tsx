import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { AgainstToday } from '#web/tasks/against-words.tsx'
import { ClassGlyph } from '#web/tasks/class-glyph.tsx'
import { Starred } from '#web/tasks/starred.tsx'
import { StateText } from '#web/tasks/state-text.tsx'

/** A row of the list on a phone: the same facts in the same order, one under the other. */
export function AssignmentCard({
  row,
  today,
  isStarred,
}: {
  row: AssignmentRow
  today: PlainDate
  isStarred: boolean
}) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  return (
    <Link to="/assignments/$id" params={{ id: row.id }}>
      <span className="row">
        <ClassGlyph of={row.lateness.class} />
        <AgainstToday lateness={row.lateness} today={today} />
        <span className="grow" />
        {isStarred ? <Starred /> : null}
        <span className="mut nw">{row.code}</span>
      </span>
      <b>{row.action}</b>
      <span className="ink2">{row.lead.name}</span>
      <span className="row mut">
        <span>{row.dueOn === null ? t('deadline.none') : `${t('field.due')} ${format.day(row.dueOn)}`}</span>
        <span aria-hidden="true">·</span>
        <StateText row={row} />
      </span>
    </Link>
  )
}
