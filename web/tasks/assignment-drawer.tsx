import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo, useDeferredValue, useEffect, useRef } from 'react'
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
  // The press paints the frame; what it holds is drawn right after, and until then what was open stays.
  const shown = useDeferredValue<string | undefined>(id, undefined)
  const { data } = useQuery(assignmentQuery(id))
  const today = useToday()
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    frame.current?.focus({ preventScroll: true })
  }, [id])
  useEffect(() => {
    frame.current?.scrollTo(0, 0)
  }, [shown])
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
      {shown === undefined ? <Loading rows={10} /> : <DrawerContent id={shown} />}
    </aside>
  )
}

const DrawerContent = memo(function DrawerContent({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(assignmentQuery(id))
  if (isPending) return <Loading rows={10} />
  if (error) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  return <AssignmentDetail key={data.id} assignment={data} />
})
