import { useTranslation } from 'react-i18next'
import type { AssignmentGroup } from '#core/tasks/assignment-list.ts'
import type { LatenessClass } from '#core/tasks/lateness.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { wordOf } from '#web/tasks/class-glyph.tsx'
import { LatenessGlyph } from '#web/ui/glyph.tsx'

/** What needs work first. */
export const CLASS_ORDER: readonly LatenessClass[] = [
  'open_overdue',
  'open_in_term',
  'done_on_time',
  'done_late',
  'open_no_deadline',
  'done_no_deadline',
  'closed_without_result',
  'not_counted',
]

/** By what a group is known: a unit, a directive, a person, or that there is none; a directive that is not open to the reader has no name, and is one. */
export function useGroupName(): (group: AssignmentGroup) => string {
  const { t } = useTranslation('tasks')
  return ({ key, unit, directive, person }) => {
    if (unit) return unit.name
    if (directive) return directive.symbol ?? directive.subject
    if (person) return person.name
    return t(key === 'none' ? 'list.groupNone' : 'list.groupClosed')
  }
}

/** A group's name, how many it holds, and how many of them are in each class. */
export function GroupHead({ of: group }: { of: AssignmentGroup }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const name = useGroupName()(group)
  const { directive } = group
  return (
    <>
      <b>{name}</b>
      {directive && directive.symbol !== null ? <span className="ink2 grp-s">{directive.subject}</span> : null}
      <span className="mut nw">{t('count.assignments', { count: group.total })}</span>
      {CLASS_ORDER.map((kind) => {
        const count = group.classes[kind] ?? 0
        return count === 0 ? null : (
          <span key={kind} className="cn">
            <LatenessGlyph of={wordOf(kind)} />
            {format.number(count)}
          </span>
        )
      })}
    </>
  )
}
