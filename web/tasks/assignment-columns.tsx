import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { GroupedBy } from '#core/tasks/assignment-list.ts'
import { miniThread } from '#core/tasks/mini-thread.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { AgainstToday } from '#web/tasks/against-words.tsx'
import { ClassGlyph, wordOf } from '#web/tasks/class-glyph.tsx'
import { MiniThread } from '#web/tasks/mini-thread.tsx'
import { Starred, useStarredTasks } from '#web/tasks/starred.tsx'
import { StateText } from '#web/tasks/state-text.tsx'
import { RowLink } from '#web/ui/row-link.tsx'
import type { Column } from '#web/ui/table-column.ts'

/** Column order and widths of DESIGN.md, section 6: glyph, code, what, who, due, against today, thread, state. */
export function useAssignmentColumns(today: PlainDate, group: GroupedBy | undefined): readonly Column<AssignmentRow>[] {
  const { t } = useTranslation(['tasks', 'shell'])
  const format = useFormat()
  const stars = useStarredTasks()
  return useMemo<readonly Column<AssignmentRow>[]>(() => {
    const all: Column<AssignmentRow>[] = [
      {
        key: 'class',
        head: t('field.class'),
        quiet: true,
        fixed: true,
        width: 26,
        className: 'gl',
        cell: (row) => <ClassGlyph of={row.lateness.class} />,
      },
      {
        key: 'starred',
        head: t('field.starred'),
        quiet: true,
        // Views kept before there was this column do not hide it; it leaves by itself where there are no priorities.
        fixed: true,
        width: 26,
        yields: 'both',
        className: 'gl',
        cell: (row) => (stars.has(row.taskId) ? <Starred /> : null),
      },
      {
        key: 'code',
        head: t('field.code'),
        width: 84,
        fixed: true,
        sort: 'code',
        className: 'cd nar',
        cell: (row) => row.code,
      },
      {
        key: 'action',
        head: t('field.action'),
        fixed: true,
        cell: (row) => (
          <RowLink href={`/assignments/${row.id}`} title={row.action}>
            {row.action}
          </RowLink>
        ),
      },
      {
        key: 'lead',
        head: t('field.lead'),
        width: 168,
        className: 'sm',
        cell: (row) => (
          <span className="two" title={row.lead.name}>
            {row.lead.shortName}
          </span>
        ),
      },
      {
        key: 'handler',
        head: t('field.handler'),
        width: 132,
        chosen: false,
        className: 'sm',
        cell: (row) => <span className="one">{row.handler?.name ?? '–'}</span>,
      },
      {
        key: 'directive',
        head: t('field.directive'),
        width: 120,
        chosen: false,
        className: 'sm',
        cell: (row) => <span className="one">{row.directiveSymbol ?? '–'}</span>,
      },
      {
        key: 'issuedOn',
        head: t('field.issuedOn'),
        width: 86,
        align: 'end',
        chosen: false,
        cell: (row) => (row.issuedOn === null ? '–' : format.day(row.issuedOn)),
      },
      {
        key: 'due',
        head: t('field.due'),
        sort: 'due',
        width: 86,
        align: 'end',
        cell: (row) => (row.dueOn === null ? <span className="mut">{t('against.noDue')}</span> : format.day(row.dueOn)),
      },
      {
        key: 'against',
        head: t('field.againstToday'),
        width: 172,
        cell: (row) => <AgainstToday lateness={row.lateness} today={today} bar />,
      },
      {
        key: 'thread',
        head: t('field.thread'),
        width: 130,
        ...(group === 'lead' ? {} : { yields: 'drawer' as const }),
        cell: (row) => (
          <MiniThread
            nodes={miniThread(row)}
            label={t('thread.mini', {
              state: t(`state.${row.state}`),
              class: t(`shell:lateness.${wordOf(row.lateness.class)}`),
            })}
          />
        ),
      },
      {
        key: 'state',
        head: t('field.state'),
        width: 156,
        yields: 'both',
        className: 'sm',
        cell: (row) => <StateText row={row} />,
      },
      {
        key: 'evidence',
        head: t('thread.evidence'),
        width: 88,
        align: 'end',
        yields: 'narrow',
        cell: (row) => (row.evidence === 0 ? <span className="mut">–</span> : format.number(row.evidence)),
      },
    ]
    // What the heads of the groups say needs no column, nor do priorities where there are none.
    return all.filter(({ key }) => key !== group && (key !== 'starred' || stars.size > 0))
  }, [t, format, today, group, stars])
}
