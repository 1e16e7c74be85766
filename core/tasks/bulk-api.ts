import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { BulkCommand, BulkOutcome } from '#core/tasks/bulk.ts'

/** So many commands at once. */
export const MOST_BULK = 500

export const bulkApi = {
  commandAssignments: endpoint({
    method: 'POST',
    path: '/assignments/bulk',
    summary:
      'Several commands on assignments at once, each decided, journalled or refused by itself; the answer says of each what became of it, and by which command it is taken back',
    may: 'assignment.read',
    creates: true,
    largeBody: true,
    body: z.object({ commands: z.array(BulkCommand).min(1).max(MOST_BULK) }),
    response: z.object({ outcomes: z.array(BulkOutcome) }),
  }),
}
