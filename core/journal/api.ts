import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { Instant } from '#core/kernel/plain-date.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'

export const JournalRow = z
  .object({
    id: Id,
    at: Instant,
    by: PersonRef.nullable(),
    command: z.string(),
    subjectKind: z.string(),
    subjectId: Id,
    subjectVersion: z.int(),
    data: z.record(z.string(), z.unknown()),
    hash: z.string(),
    sealed: z.boolean(),
  })
  .meta({ id: 'JournalRow' })
export type JournalRow = z.infer<typeof JournalRow>

export const journalApi = {
  listJournal: endpoint({
    method: 'GET',
    path: '/journal',
    summary: 'The journal, newest first',
    may: 'journal.read',
    query: z.object({
      subject: Id.optional(),
      limit: z.coerce.number<string | number>().int().min(1).max(200).default(50),
      before: Id.optional(),
    }),
    response: z.object({ items: z.array(JournalRow) }),
  }),
}
