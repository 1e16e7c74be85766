import { isAside, type Proposal } from '#core/directives/proposal.ts'
import { lacksEssential } from '#core/directives/missing.ts'
import type { CommitmentFields, TargetFields } from '#core/directives/proposal.ts'
import type { NamedAddressee, NameMatch } from '#core/units/unit-ref.ts'

export type CommitmentProposal = Extract<Proposal, { kind: 'commitment' }>
export type TargetProposal = Extract<Proposal, { kind: 'target' }>

/** What a person makes of a commitment before deciding. It lives on the page until it is saved; a newer version does not wipe it. */
export interface CommitmentDraft {
  /** Version on which the person has been working. */
  base: number
  fields: CommitmentFields
  leads: NamedAddressee[]
  cooperating: NamedAddressee[]
  monitor: NamedAddressee | null
  /** Names that the person decided to leave out. */
  skipped: string[]
  /** Two leads were named: how it goes on. */
  leadsSettled: boolean
}

export interface TargetDraft {
  base: number
  fields: Omit<TargetFields, 'value' | 'valueMax'>
  /** As typed; numbers come when it is saved. */
  value: string
  valueMax: string
}

export function commitmentDraft(proposal: CommitmentProposal): CommitmentDraft {
  const { matches } = proposal
  return {
    base: proposal.version,
    fields: proposal.fields,
    leads: sureOf(matches.lead),
    cooperating: sureOf(matches.cooperating),
    monitor: sureOf(matches.monitor)[0] ?? null,
    skipped: [],
    leadsSettled: false,
  }
}

export function targetDraft(proposal: TargetProposal): TargetDraft {
  const { value, valueMax, ...fields } = proposal.fields
  return { base: proposal.version, fields, value: decimal(value), valueMax: valueMax === null ? '' : decimal(valueMax) }
}

/** Whether the words differ from what is stored; whom it goes to is no field and is sent when accepting. */
export function isCommitmentChanged(proposal: CommitmentProposal, draft: CommitmentDraft): boolean {
  return JSON.stringify(proposal.fields) !== JSON.stringify(draft.fields)
}

export function isTargetChanged(proposal: TargetProposal, draft: TargetDraft): boolean {
  const fields = targetFields(draft)
  return fields === null || JSON.stringify(sorted(proposal.fields)) !== JSON.stringify(sorted(fields))
}

/** Null where a level is no number. */
export function targetFields(draft: TargetDraft): TargetFields | null {
  const value = parseDecimal(draft.value)
  const valueMax = draft.valueMax.trim() === '' ? null : parseDecimal(draft.valueMax)
  if (value === null || (valueMax === null && draft.valueMax.trim() !== '')) return null
  return { ...draft.fields, value, valueMax }
}

/** Names that are still a question: not sure, not left out, and none of their candidates chosen. */
export function openNames(
  matches: readonly NameMatch[],
  chosen: readonly NamedAddressee[],
  skipped: readonly string[],
): NameMatch[] {
  return matches.filter(
    (match) =>
      match.status !== 'sure' &&
      !skipped.includes(match.written) &&
      !match.candidates.some((candidate) => chosen.some((one) => one.id === candidate.id)),
  )
}

export type Obstacle = 'actionMissing' | 'leadMissing' | 'leadUnsure' | 'twoLeadsChoose' | 'deadlineTextMissing'

/** What stands in the way of accepting, the first thing first. */
export function obstacleTo(proposal: CommitmentProposal, draft: CommitmentDraft): Obstacle | null {
  if (draft.fields.action.trim() === '') return 'actionMissing'
  if (draft.leads.length === 0) return 'leadMissing'
  if (openNames(proposal.matches.lead, draft.leads, draft.skipped).some((match) => match.status === 'unsure'))
    return 'leadUnsure'
  if (namesTwoLeads(proposal) && draft.leads.length > 1 && !draft.leadsSettled) return 'twoLeadsChoose'
  if (draft.fields.deadline && draft.fields.deadline.text.trim() === '') return 'deadlineTextMissing'
  return null
}

export function namesTwoLeads(proposal: CommitmentProposal): boolean {
  return proposal.reading.flags.includes('two-leads')
}

/** How many assignments an accept drafts, as far as the matches tell; a group counts its units. */
export function fanOutOf(leads: readonly NamedAddressee[]): number {
  return leads.reduce((sum, lead) => sum + (lead.kind === 'group' ? lead.count : 1), 0)
}

/** Can be accepted without opening it: nothing missing, no question, no flag. */
export function isComplete(proposal: Proposal): boolean {
  if (proposal.state !== 'proposed' || isAside(proposal) || lacksEssential(proposal)) return false
  if (proposal.reading.flags.length > 0) return false
  return proposal.kind === 'target' || obstacleTo(proposal, commitmentDraft(proposal)) === null
}

/** "5,5" and "5.5" are one number; "1.000" is a thousand. */
export function parseDecimal(text: string): number | null {
  const plain = text.trim().replace(/\s/g, '')
  if (!/^[-−]?\d+([.,]\d+)*$/.test(plain)) return null
  const grouped = /^[-−]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)
  const value = Number((grouped ? plain.replaceAll('.', '') : plain).replace(',', '.').replace('−', '-'))
  return Number.isFinite(value) ? value : null
}

function sureOf(matches: readonly NameMatch[]): NamedAddressee[] {
  const sure = matches.flatMap((match) => (match.status === 'sure' ? match.candidates.slice(0, 1) : []))
  return sure.filter((one, at) => sure.findIndex((other) => other.id === one.id) === at)
}

function decimal(value: number): string {
  return `${value}`.replace('.', ',')
}

function sorted(fields: TargetFields): [string, unknown][] {
  return Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
