import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { Instant } from '#core/kernel/plain-date.ts'
import { UnitRef } from '#core/units/unit-ref.ts'

const ById = z.object({ id: Id })

/** A priority of the leaders of a unit. */
export const Star = z
  .object({
    taskId: Id,
    code: z.string(),
    action: z.string(),
    directiveSymbol: z.string().nullable(),
    /** The unit whose priority it is: one of the reader's, or one above them. */
    unit: UnitRef,
    starredBy: PersonRef,
    starredAt: Instant,
    /** Whether the reader can take it back. */
    removable: z.boolean(),
  })
  .meta({ id: 'Star' })
export type Star = z.infer<typeof Star>

/** Where the reader's own unit stands after the command. */
const StarAnswer = z.object({ starred: z.boolean(), stars: z.int(), atMost: z.int() })

export const starsApi = {
  listStars: endpoint({
    method: 'GET',
    path: '/stars',
    summary: 'The priorities of the leaders of the reader’s units and of those above, the latest first',
    may: 'task.read',
    response: z.object({ items: z.array(Star), atMost: z.int() }),
  }),
  starTask: endpoint({
    method: 'PUT',
    path: '/tasks/:id/star',
    summary: 'Make a task a priority of the unit',
    may: 'task.star',
    on: 'task',
    params: ById,
    response: StarAnswer,
  }),
  unstarTask: endpoint({
    method: 'DELETE',
    path: '/tasks/:id/star',
    summary: 'Take the priority back',
    may: 'task.star',
    on: 'task',
    params: ById,
    response: StarAnswer,
  }),
}
