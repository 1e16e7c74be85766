import { useQuery } from '@tanstack/react-query'
import { StarButton } from '#web/home/star-button.tsx'
import { starsQuery } from '#web/tasks/queries.ts'

/** On the page of a task, for leaders: whether it is one of their unit's priorities. */
export function TaskStar({ taskId }: { taskId: string }) {
  const { data } = useQuery(starsQuery)
  if (!data) return null
  const starred = data.items.some((star) => star.taskId === taskId && star.removable)
  return (
    <div className="row noprint task-star">
      <StarButton taskId={taskId} starred={starred} />
    </div>
  )
}
