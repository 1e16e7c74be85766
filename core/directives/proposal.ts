import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { Instant } from '#core/kernel/plain-date.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { Deadline } from '#core/tasks/deadline.ts'
import { NameMatch } from '#core/units/unit-ref.ts'

const phrase = z.string().trim().min(1).max(2000)
const names = z.array(z.string().trim().min(1).max(400)).max(100)

/** A to-do as reading proposes it, in the words of the directive. */
export const CommitmentFields = z
  .object({
    action: phrase,
    lead: names,
    cooperating: names,
    monitor: names,
    deliverable: phrase.nullable(),
    deadline: Deadline.nullable(),
  })
  .meta({ id: 'CommitmentFields' })
export type CommitmentFields = z.infer<typeof CommitmentFields>

export const TargetFields = z
  .object({
    indicator: phrase,
    direction: z.enum(['increase', 'decrease', 'reach', 'maintain']),
    comparator: z.enum(['>=', '<=', '=', '>', '<']).nullable(),
    value: z.number(),
    valueMax: z.number().nullable(),
    unit: z.string().trim().max(200).nullable(),
    baseline: z.string().trim().max(400).nullable(),
    due: z.string().trim().max(200).nullable(),
  })
  .meta({ id: 'TargetFields' })
export type TargetFields = z.infer<typeof TargetFields>

export const Span = z.object({ field: z.string(), start: z.int(), end: z.int() }).meta({ id: 'Span' })
export type Span = z.infer<typeof Span>

/** What the machine saw: kept as it was, whatever a person makes of the fields. */
export const ReadingNotes = z
  .object({
    confidence: z.number().min(0).max(1).nullable(),
    missing: z.array(z.enum(['lead', 'deliverable', 'deadline', 'measure'])),
    flags: z.array(z.string()),
    spans: z.array(Span),
    evidence: z.array(z.object({ field: z.string(), rule: z.string() })),
  })
  .meta({ id: 'ReadingNotes' })
export type ReadingNotes = z.infer<typeof ReadingNotes>

/** Kept apart and not counted: a sentence that orders nothing, or one that the text says a second time. */
export function isAside({ exhortation, reading }: Pick<Proposal, 'exhortation' | 'reading'>): boolean {
  return exhortation || reading.flags.includes('restatement')
}

/** `withdrawn` by the machine, before anybody decided: its page was typed anew, or reading again no longer proposes it. */
export const ProposalState = z.enum(['proposed', 'accepted', 'rejected', 'withdrawn'])
export type ProposalState = z.infer<typeof ProposalState>

const ProposalBase = z.object({
  id: Id,
  directiveId: Id,
  origin: z.enum(['machine', 'person']),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  passageId: Id.nullable(),
  citation: z.string().nullable(),
  exhortation: z.boolean(),
  reading: ReadingNotes,
  state: ProposalState,
  decidedBy: PersonRef.nullable(),
  decidedAt: Instant.nullable(),
  version: z.int(),
})

export const CommitmentProposal = ProposalBase.extend({
  kind: z.literal('commitment'),
  fields: CommitmentFields,
  /** What the system makes of the names in `fields`, in their order. */
  matches: z.object({ lead: z.array(NameMatch), cooperating: z.array(NameMatch), monitor: z.array(NameMatch) }),
  taskId: Id.nullable(),
}).meta({ id: 'CommitmentProposal' })

export const TargetProposal = ProposalBase.extend({
  kind: z.literal('target'),
  fields: TargetFields,
}).meta({ id: 'TargetProposal' })

/** What reading proposes from a passage. A person accepts it, edits it, or rejects it; the machine decides nothing. */
export const Proposal = z.discriminatedUnion('kind', [CommitmentProposal, TargetProposal]).meta({ id: 'Proposal' })
export type Proposal = z.infer<typeof Proposal>
