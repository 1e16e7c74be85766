import type { Id } from '#core/kernel/id.ts'
import { ok, refuse, type Result } from '#core/kernel/result.ts'

export type StarFailure =
  | { code: 'task/starred_already' }
  /** Priorities are few: one has to be taken back first. */
  | { code: 'task/too_many_stars'; atMost: number }
  | { code: 'task/not_starred' }

/** Whether the leaders of a unit, who have starred these tasks, can star one more. */
export function addStar(starred: readonly Id[], taskId: Id, atMost: number): Result<Id[], StarFailure> {
  if (starred.includes(taskId)) return refuse({ code: 'task/starred_already' })
  if (starred.length >= atMost) return refuse({ code: 'task/too_many_stars', atMost })
  return ok([...starred, taskId])
}

/** Taking back is always possible, also where a setting was lowered and there are too many. */
export function removeStar(starred: readonly Id[], taskId: Id): Result<Id[], StarFailure> {
  return starred.includes(taskId) ? ok(starred.filter((id) => id !== taskId)) : refuse({ code: 'task/not_starred' })
}
