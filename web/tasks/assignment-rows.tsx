import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { miniThread } from '#core/tasks/mini-thread.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { AgainstToday } from '#web/tasks/against-words.tsx'
import { StateText } from '#web/tasks/state-text.tsx'
import { ClassGlyph, wordOf } from '#web/tasks/class-glyph.tsx'
import { MiniThread } from '#web/tasks/mini-thread.tsx'
import { useToday } from '#web/tasks/use-today.ts'

/** The assignments of one task: who, by when, how far. What is to be done stands once, above. */
export function AssignmentRows({ rows }: { rows: readonly AssignmentRow[] }) {
  const { t } = useTranslation(['tasks', 'shell'])
  const format = useFormat()
  const today = useToday()
  return (
    <table className="tbl stackable led">
      <caption className="vh">{t('task.assignments')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{t('field.class')}</span>
          </th>
          <th scope="col">{t('field.code')}</th>
          <th scope="col">{t('field.lead')}</th>
          <th scope="col" className="num">
            {t('field.due')}
          </th>
          <th scope="col">{t('field.againstToday')}</th>
          <th scope="col" className="ml">
            {t('field.thread')}
          </th>
          <th scope="col">{t('field.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="gl">
              <ClassGlyph of={row.lateness.class} />
            </td>
            <td className="cd nar">{row.code}</td>
            <td className="tt">
              <Link className="q" to="/assignments/$id" params={{ id: row.id }}>
                {row.lead.name}
              </Link>
            </td>
            <td className="num" data-label={t('field.due')}>
              {row.dueOn === null ? t('against.noDue') : format.day(row.dueOn)}
            </td>
            <td className="la">
              <AgainstToday lateness={row.lateness} today={today} bar />
            </td>
            <td className="ml">
              <MiniThread
                nodes={miniThread(row)}
                label={t('thread.mini', {
                  state: t(`state.${row.state}`),
                  class: t(`shell:lateness.${wordOf(row.lateness.class)}`),
                })}
              />
            </td>
            <td>
              <StateText row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
