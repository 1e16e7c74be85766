import { useTranslation } from 'react-i18next'
import type { Task } from '#core/tasks/answers.ts'
import { countClasses } from '#core/tasks/comb.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { CombFigure } from '#web/tasks/comb.tsx'

/** How all assignments of a task stand at a glance, those that the reader may not open among them. */
export function TaskComb({ task, rows }: { task: Task; rows: Task['assignments'] }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const given = rows.filter(({ issuedOn }) => issuedOn !== null)
  const teeth = [
    ...given.map(({ id, code, lead, lateness }) => ({ id, code, lead, lateness, own: false })),
    ...task.siblings,
  ].toSorted((a, b) => (a.code < b.code ? -1 : 1))
  if (teeth.length < 2) return null
  const counts = countClasses(teeth)
    .map(({ class: kind, count }) => `${format.number(count)} ${t(`classShort.${kind}`)}`)
    .join(', ')
  return (
    <div className="task-comb">
      <CombFigure siblings={teeth} label={t('thread.comb', { total: teeth.length, counts })} />
      <p className="ink2">{counts}</p>
    </div>
  )
}
