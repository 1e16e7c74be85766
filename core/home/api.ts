import { z } from 'zod'
import { ChangeKind } from '#core/home/change.ts'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { Instant } from '#core/kernel/plain-date.ts'
import { UnitRef } from '#core/units/unit-ref.ts'

const count = z.coerce.number<string | number>().int()

/** Something that another person did with what the reader sees. */
export const Change = z
  .object({
    id: Id,
    at: Instant,
    by: PersonRef.nullable(),
    kind: ChangeKind,
    subject: z.enum(['assignment', 'directive']),
    subjectId: Id,
    code: z.string(),
    title: z.string(),
    /** The lead of the assignment. */
    unit: UnitRef.nullable(),
  })
  .meta({ id: 'Change' })
export type Change = z.infer<typeof Change>

export const homeApi = {
  visit: endpoint({
    method: 'POST',
    path: '/visits',
    summary: 'Open the home page: answers from when on things are new to the reader',
    may: 'signed-in',
    response: z.object({ since: Instant, first: z.boolean() }),
  }),
  countChanges: endpoint({
    method: 'GET',
    path: '/changes/counts',
    summary: 'How much others have done since then with what the reader sees, by kind',
    may: 'signed-in',
    query: z.object({ since: Instant }),
    response: z.object({ items: z.array(z.object({ kind: ChangeKind, entries: z.int(), latest: Instant })) }),
  }),
  listChanges: endpoint({
    method: 'GET',
    path: '/changes',
    summary:
      'What others have done since then with what the reader sees, latest first; a list of one kind has as many as are counted',
    may: 'signed-in',
    query: z.object({
      since: Instant,
      kind: ChangeKind,
      limit: count.min(1).max(200).default(50),
      offset: count.min(0).default(0),
    }),
    response: z.object({ items: z.array(Change), total: z.int() }),
  }),
  watch: endpoint({
    method: 'GET',
    path: '/events',
    summary:
      'Server-sent events `change` with the kinds of what has changed within the reader’s scope, and nothing of what it says; `end` when the session is over',
    may: 'signed-in',
    /** After so long the stream ends, and a program asks again. */
    query: z.object({ seconds: count.min(0).max(3600).default(3600) }),
    response: z.string(),
    bytes: 'download',
  }),
}
