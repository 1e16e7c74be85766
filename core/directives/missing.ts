import { z } from 'zod'
import { CommitmentFields, type Proposal } from '#core/directives/proposal.ts'
import { Id } from '#core/kernel/id.ts'
import { Instant } from '#core/kernel/plain-date.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'

/** What a commitment should name and its sentence may not: who, what comes of it, by when, how much. */
export const Element = z.enum(['lead', 'deliverable', 'deadline', 'measure'])
export type Element = z.infer<typeof Element>

/** What the drafter is asked about one proposal. */
export const Question = z.object({ proposalId: Id, elements: z.array(Element).min(1).max(4) }).meta({ id: 'Question' })
export type Question = z.infer<typeof Question>

/** Questions that went back to the unit that drafted a directive, together. */
export const Asked = z
  .object({ id: Id, at: Instant, by: PersonRef.nullable(), questions: z.array(Question) })
  .meta({ id: 'Asked' })
export type Asked = z.infer<typeof Asked>

/** What is still missing: what a person has filled in meanwhile is not. */
export function listMissing({ kind, reading, fields }: Pick<Proposal, 'kind' | 'reading' | 'fields'>): Element[] {
  const said = kind === 'commitment' ? CommitmentFields.safeParse(fields).data : undefined
  return reading.missing.filter((element) => {
    if (element === 'lead') return said?.lead.length === 0
    if (element === 'deliverable') return said?.deliverable === null
    if (element === 'deadline') return said?.deadline === null
    return true
  })
}

/** Whether an element without which nobody can be held to it is missing. Most orders name no measure, and need none. */
export function lacksEssential(proposal: Pick<Proposal, 'kind' | 'reading' | 'fields'>): boolean {
  return listMissing(proposal).some((element) => element !== 'measure')
}
