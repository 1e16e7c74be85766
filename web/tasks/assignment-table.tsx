import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { miniThread } from '#core/tasks/mini-thread.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { AgainstToday } from '#web/tasks/against-words.tsx'
import { ClassGlyph, wordOf } from '#web/tasks/class-glyph.tsx'
import { MiniThread } from '#web/tasks/mini-thread.tsx'

/** Column order and widths of DESIGN.md, section 6: glyph, code, what, who, due, against today, thread, state. */
export function AssignmentTable({
  rows,
  today,
  open,
}: {
  rows: readonly AssignmentRow[]
  today: PlainDate
  open: string | undefined
}) {
  const { t } = useTranslation(['tasks', 'shell'])
  const format = useFormat()
  return (
    <table className={`dt-t${open === undefined ? '' : ' tight'}`}>
      <caption className="vh">{t('list.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="gl k">
            <span className="vh">{t('field.class')}</span>
          </th>
          <th scope="col" className="cd">
            {t('field.code')}
          </th>
          <th scope="col">{t('field.action')}</th>
          <th scope="col" className="ld">
            {t('field.lead')}
          </th>
          <th scope="col" className="num dt" aria-sort="ascending">
            {t('field.due')}
          </th>
          <th scope="col" className="la">
            {t('field.againstToday')}
          </th>
          <th scope="col" className="ml">
            {t('field.thread')}
          </th>
          <th scope="col" className="stt">
            {t('field.state')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            data-row={row.id}
            className={row.id === open ? 'on' : undefined}
            aria-selected={row.id === open}
          >
            <td className="gl k">
              <ClassGlyph of={row.lateness.class} />
            </td>
            <td className="cd nar">{row.code}</td>
            <td className="tt">
              <Link
                className="q"
                from="/assignments"
                to="/assignments"
                search={(search) => ({ ...search, open: row.id })}
                title={row.action}
              >
                {row.action}
              </Link>
            </td>
            <td className="ld" title={row.lead.name}>
              <span>{row.lead.shortName}</span>
            </td>
            <td className="num dt">
              {row.dueOn === null ? <span className="mut">{t('against.noDue')}</span> : format.day(row.dueOn)}
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
            <td className="stt">
              <StateText row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function StateText({ row }: { row: Pick<AssignmentRow, 'state' | 'deemedAccepted' | 'percent'> }) {
  const { t } = useTranslation('tasks')
  if (row.state === 'issued' && row.deemedAccepted)
    return <span title={t('thread.answer.deemedText')}>{t('thread.answer.deemed')}</span>
  const percent = row.state === 'in_progress' && row.percent !== null ? `, ${row.percent}%` : ''
  return (
    <span>
      {t(`state.${row.state}`)}
      {percent}
    </span>
  )
}
