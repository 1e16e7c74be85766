import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { FileRef } from '#core/files/api.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { UnitRef } from '#core/units/unit-ref.ts'

/** Nine documents in ten order nothing; that is recorded too, or nobody could prove that all were read. */
export const ReadingState = z.enum(['unread', 'tasks-recorded', 'no-task'])
export type ReadingState = z.infer<typeof ReadingState>

const line = z.string().trim().max(300).nullable()

/** What the head of a directive says; the machine proposes it, a person corrects it. */
export const DirectiveHead = z
  .object({
    symbol: line,
    type: line,
    issuer: line,
    place: line,
    issuedOn: PlainDate.nullable(),
    subject: z.string().trim().min(1).max(2000),
    signerName: line,
    signerPosition: line,
    urgency: line,
  })
  .meta({ id: 'DirectiveHead' })
export type DirectiveHead = z.infer<typeof DirectiveHead>

export const DirectiveRow = DirectiveHead.extend({
  id: Id,
  receivedOn: PlainDate,
  readingState: ReadingState,
  proposals: z.int(),
  decided: z.int(),
  tasks: z.int(),
  assignments: z.int(),
  version: z.int(),
}).meta({ id: 'DirectiveRow' })
export type DirectiveRow = z.infer<typeof DirectiveRow>

export const Passage = z
  .object({
    id: Id,
    ordinal: z.int(),
    kind: z.string(),
    label: z.string().nullable(),
    citation: z.string(),
    start: z.int(),
    end: z.int(),
    level: z.int(),
    /** Present only where the addressee of a directive with separate parts gets passages instead of the whole text. */
    text: z.string().optional(),
  })
  .meta({ id: 'Passage' })
export type Passage = z.infer<typeof Passage>

export const Directive = DirectiveRow.extend({
  owner: UnitRef,
  separateParts: z.boolean(),
  registeredBy: PersonRef,
  registeredAt: Instant,
  readBy: PersonRef.nullable(),
  readAt: Instant.nullable(),
  file: FileRef.nullable(),
  /** Null where the reader is entitled only to single passages. */
  text: z.string().nullable(),
  passages: z.array(Passage),
  /** Earlier directives with the same symbol from the same issuer. */
  sameSymbol: z.array(z.object({ id: Id, symbol: z.string().nullable(), subject: z.string(), receivedOn: PlainDate })),
}).meta({ id: 'Directive' })
export type Directive = z.infer<typeof Directive>
