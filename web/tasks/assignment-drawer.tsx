import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AssignmentDetail } from '#web/tasks/assignment-detail.tsx'
import { ClassTag } from '#web/tasks/class-tag.tsx'
import { assignmentQuery } from '#web/tasks/queries.ts'
import { useToday } from '#web/tasks/use-today.ts'
import { IconButton } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

/** Beside the list, not above it: the list stays in reach, Alt ↑/↓ walks through it, Esc gives the focus back to its row. */
export function AssignmentDrawer({
  id,
  onClose,
  onMove,
}: {
  id: string
  onClose: () => void
  onMove: (step: 1 | -1) => void
}) {
  const { t } = useTranslation('tasks')
  const { data, error, isPending, refetch } = useQuery(assignmentQuery(id))
  const today = useToday()
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    frame.current?.focus({ preventScroll: true })
    frame.current?.scrollTo(0, 0)
  }, [id])
  return (
    <aside className="drw" aria-label={t('list.drawer')} ref={frame} tabIndex={-1}>
      <div className="row drw-h">
        {data ? <ClassTag assignment={data} today={today} /> : null}
        <Link className="nw" to="/assignments/$id" params={{ id }} title={t('list.openPage')}>
          {data?.code ?? t('list.openPage')}
        </Link>
        <span className="grow" />
        <IconButton small icon="up" label={`${t('list.earlier')} (Alt ↑)`} onClick={() => onMove(-1)} />
        <IconButton small icon="down" label={`${t('list.later')} (Alt ↓)`} onClick={() => onMove(1)} />
        <IconButton small icon="x" label={`${t('list.close')} (Esc)`} onClick={onClose} />
      </div>
      {isPending ? <Loading rows={10} /> : null}
      {error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : null}
      {data ? <AssignmentDetail key={data.id} assignment={data} /> : null}
    </aside>
  )
}
