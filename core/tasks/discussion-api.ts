import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { Instant } from '#core/kernel/plain-date.ts'
import { Duty } from '#core/tasks/answers.ts'
import { UnitRef } from '#core/units/unit-ref.ts'

const ById = z.object({ id: Id })
const OfMessage = z.object({ id: Id, messageId: Id })
const text = z.string().trim().min(1).max(4000)

export const Message = z
  .object({
    id: Id,
    author: PersonRef,
    /** The unit in whose name its author spoke. */
    unit: UnitRef,
    writtenAt: Instant,
    /** Null where it was withdrawn: the line stays, the words do not. */
    text: z.string().nullable(),
    mentions: z.array(PersonRef),
    /** What it said before it was edited, oldest first. */
    earlier: z.array(z.object({ text: z.string(), writtenAt: Instant })),
    withdrawnAt: Instant.nullable(),
    withdrawnReason: z.string().nullable(),
    /** Whether it was written or edited by another since the reader last opened the assignment. */
    unread: z.boolean(),
    own: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

/** A reader of a unit that takes part, who opened the assignment in office. */
export const Seen = z
  .object({
    unit: UnitRef,
    part: z.enum(['lead', 'cooperating', 'monitor', 'issuer']),
    person: PersonRef,
    firstAt: Instant,
    lastAt: Instant,
    /** Whether nothing has changed since it was opened last. */
    current: z.boolean(),
  })
  .meta({ id: 'Seen' })
export type Seen = z.infer<typeof Seen>

export const discussionApi = {
  listMessages: endpoint({
    method: 'GET',
    path: '/assignments/:id/messages',
    summary: 'What is said about an assignment among those who read it, oldest first',
    may: 'assignment.read',
    on: 'assignment',
    params: ById,
    response: z.object({ items: z.array(Message), unread: z.int(), mayWrite: z.boolean(), asOf: Instant }),
  }),
  writeMessage: endpoint({
    method: 'POST',
    path: '/assignments/:id/messages',
    summary: 'Say something about an assignment; persons who read it can be mentioned',
    may: 'assignment.discuss',
    on: 'assignment',
    creates: true,
    params: ById,
    body: z.object({
      text,
      mentions: z.array(Id).max(30).default([]),
      /** The `asOf` of the list that the writer has before them: what was said until then counts as read, and nothing else. */
      shown: Instant.optional(),
    }),
    response: Message,
  }),
  editMessage: endpoint({
    method: 'PATCH',
    path: '/assignments/:id/messages/:messageId',
    summary: 'Correct one’s own message; what it said before stays with it',
    may: 'assignment.discuss',
    on: 'assignment',
    ifMatch: true,
    params: OfMessage,
    body: z.object({ text, mentions: z.array(Id).max(30).default([]) }),
    response: Message,
  }),
  withdrawMessage: endpoint({
    method: 'POST',
    path: '/assignments/:id/messages/:messageId/withdraw',
    summary: 'Withdraw one’s own message with the reason; the line stays',
    may: 'assignment.discuss',
    on: 'assignment',
    ifMatch: true,
    params: OfMessage,
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    response: Message,
  }),
  listReaders: endpoint({
    method: 'GET',
    path: '/assignments/:id/readers',
    summary: 'People of the units that take part who read the assignment, and so can be mentioned',
    may: 'assignment.discuss',
    on: 'assignment',
    params: ById,
    response: z.object({ items: z.array(PersonRef) }),
  }),
  markSeen: endpoint({
    method: 'POST',
    path: '/assignments/:id/seen',
    summary: 'Note that the caller has opened the assignment in office',
    may: 'assignment.read',
    on: 'assignment',
    params: ById,
    body: z.object({
      /** The `asOf` of the list of messages that is shown: what was said later stays unread. Absent where all is read. */
      shown: Instant.optional(),
    }),
    response: z.object({ noted: z.boolean() }),
  }),
  listSeen: endpoint({
    method: 'GET',
    path: '/assignments/:id/seen',
    summary:
      'Who of the units that take part has opened the assignment, first and last: for whoever issued it and for the unit itself',
    may: 'assignment.read',
    on: 'assignment',
    params: ById,
    response: z.object({ items: z.array(Seen) }),
  }),
  listMentions: endpoint({
    method: 'GET',
    path: '/mentions',
    summary: 'Messages that mention the reader and that the reader has not opened since',
    may: 'signed-in',
    response: z.object({ items: z.array(Duty), total: z.int() }),
  }),
}
