import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { FileRef } from '#core/files/api.ts'
import { IntakeNote } from '#core/directives/intake-note.ts'
import { PageText } from '#core/directives/page-text.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { RelationKind } from '#core/reading/reading.ts'
import { UnitRef } from '#core/units/unit-ref.ts'

/**
 * Nine documents in ten order nothing; that is recorded too, or nobody could prove that all were read. A `secret` one is a stub
 * without content: it is counted, and read elsewhere.
 */
export const ReadingState = z.enum(['unread', 'tasks-recorded', 'no-task', 'secret'])
export type ReadingState = z.infer<typeof ReadingState>

/** Grades of the law on state secrets: mật, tối mật, tuyệt mật. */
export const Secrecy = z.enum(['confidential', 'secret', 'top-secret'])
export type Secrecy = z.infer<typeof Secrecy>

/** All that the register says of a secret directive, beside the day of receipt. */
export const StubHead = z.object({
  symbol: z.string().trim().min(1).max(300),
  issuer: z.string().trim().min(1).max(300),
  issuedOn: PlainDate.nullable(),
  secrecy: Secrecy,
})
export type StubHead = z.infer<typeof StubHead>

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
  /** Empty where the directive is secret. */
  subject: z.string(),
  /** Null where it is not secret. */
  secrecy: Secrecy.nullable(),
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

/** As written behind "Kính gửi" or "Nơi nhận", with the purpose noted beside the name: "để b/c". */
const Correspondent = z.object({ name: z.string(), purpose: z.string().nullable() })

export const DirectiveRef = z.object({ id: Id, symbol: z.string().nullable(), subject: z.string() })
export type DirectiveRef = z.infer<typeof DirectiveRef>

/** What a directive does to another document; `directive` where that one is in the register, too. */
export const DirectiveRelation = z
  .object({
    kind: RelationKind,
    symbol: z.string(),
    dated: PlainDate.nullable(),
    start: z.int(),
    end: z.int(),
    directive: DirectiveRef.nullable(),
  })
  .meta({ id: 'DirectiveRelation' })
export type DirectiveRelation = z.infer<typeof DirectiveRelation>

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
  /** In the order of reading. */
  passages: z.array(Passage),
  /** Pages of the original; null where it has none, as a text file. */
  pageCount: z.int().nullable(),
  /** Whose words are known, in their order. Empty where the whole text came with the file. */
  pages: z.array(PageText),
  /** Whether this installation recognises the letters of a scanned page. */
  recognises: z.boolean(),
  notes: z.array(IntakeNote),
  signerAuthority: z.string().nullable(),
  addressees: z.array(Correspondent),
  recipients: z.array(Correspondent),
  relations: z.array(DirectiveRelation),
  /** What later documents in the register do to this one. */
  relatedBy: z.array(z.object({ kind: RelationKind, directive: DirectiveRef })),
  /** Earlier directives with the same symbol from the same issuer. */
  sameSymbol: z.array(z.object({ id: Id, symbol: z.string().nullable(), subject: z.string(), receivedOn: PlainDate })),
}).meta({ id: 'Directive' })
export type Directive = z.infer<typeof Directive>
