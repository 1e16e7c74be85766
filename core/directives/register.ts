import { z } from 'zod'
import { DirectiveRef, DirectiveRow, ReadingState } from '#core/directives/directive.ts'
import { Id } from '#core/kernel/id.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { RelationKind } from '#core/reading/reading.ts'
import { UnitRef } from '#core/units/unit-ref.ts'

/** A calendar month: 2026-03. */
export const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

/** What the register is narrowed by; each lives in the address, and counts and lists take the same. */
export const RegisterFilter = z.object({
  /** Words of the number, the subject, the parties and, where the caller may read it, of the text. */
  q: z.string().max(200).optional(),
  state: ReadingState.optional(),
  type: z.string().max(300).optional(),
  issuer: z.string().max(300).optional(),
  urgency: z.string().max(300).optional(),
  /** The unit whose office registered it. */
  owner: Id.optional(),
  /** Of receipt. */
  month: Month.optional(),
  receivedFrom: PlainDate.optional(),
  receivedTo: PlainDate.optional(),
  /** Only those with an open assignment past its day. */
  overdue: z.union([z.literal(true), z.literal('true').transform(() => true as const)]).optional(),
})
export type RegisterFilter = z.infer<typeof RegisterFilter>

/** A sign before the name turns the order around: the latest, the most first. `found`: what says it best first. */
export const RegisterSort = z.enum([
  'found',
  'received',
  '-received',
  'issued',
  '-issued',
  'symbol',
  '-symbol',
  'open',
  '-open',
])
export type RegisterSort = z.infer<typeof RegisterSort>

const Found = z.object({
  /** Offset in the text; null where the caller reads single sentences of it. */
  at: z.int().nullable(),
  parts: z.array(z.object({ text: z.string(), found: z.boolean() })),
})

/** A directive as a line of the register. */
export const RegisterRow = DirectiveRow.extend({
  owner: UnitRef,
  /** Of its assignments, as far as the caller reads them: issued and not done; and of these past their day. */
  open: z.int(),
  overdue: z.int(),
  /** What it does to other documents, and what later ones in the register do to it. */
  relations: z.array(z.object({ kind: RelationKind, symbol: z.string(), directive: DirectiveRef.nullable() })),
  relatedBy: z.array(z.object({ kind: RelationKind, directive: DirectiveRef })),
  /** The sentence of its text that has the words sought; null where only its head has them. */
  found: Found.nullable(),
}).meta({ id: 'RegisterRow' })
export type RegisterRow = z.infer<typeof RegisterRow>

export const StateCounts = z.object({ unread: z.int(), 'tasks-recorded': z.int(), 'no-task': z.int(), secret: z.int() })
export type StateCounts = z.infer<typeof StateCounts>

const Valued = z.array(z.object({ value: z.string(), count: z.int() }))

/** How many directives there are of each kind: each dimension by all that narrows the register but itself. */
export const RegisterCounts = z
  .object({
    total: z.int(),
    states: StateCounts,
    /** From the first month with a directive, or a year ago, to the last: none is left out. */
    months: z.array(z.object({ month: Month, states: StateCounts })),
    types: Valued,
    issuers: Valued,
    urgencies: Valued,
    owners: z.array(z.object({ unit: UnitRef, count: z.int() })),
  })
  .meta({ id: 'RegisterCounts' })
export type RegisterCounts = z.infer<typeof RegisterCounts>
