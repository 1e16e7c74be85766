import { isAside, type Proposal } from '#core/directives/proposal.ts'
import { lacksEssential } from '#core/directives/missing.ts'
import { capitalised } from '#core/kernel/capitalised.ts'

/** A stretch of the text that belongs to a proposal: its whole sentence, or one field in it. */
export interface Mark {
  start: number
  end: number
  of: string
  /** Class of the field; null for the sentence itself. */
  look: Look | null
}

export type Look = 'xl' | 'xc' | 'xa' | 'xd' | 'xo' | 'xt'

const LOOK: Readonly<Record<string, Look>> = {
  lead: 'xl',
  cooperating: 'xc',
  monitor: 'xc',
  action: 'xa',
  indicator: 'xa',
  deadline: 'xd',
  due: 'xd',
  deliverable: 'xo',
  value: 'xt',
  measure: 'xt',
}

/** Where several fields cover the same words the narrower meaning is drawn. */
export const LOOK_ORDER: readonly Look[] = ['xt', 'xd', 'xo', 'xl', 'xc', 'xa']

// A proposal that did not change keeps its marks, so that the paper around it is not drawn again.
const known = new WeakMap<Proposal, Mark[]>()

/**
 * What is drawn for the proposals that count now: not the rejected ones, and not exhortations; `shownToo` is one of those that is open
 * all the same.
 */
export function marksOf(proposals: readonly Proposal[], shownToo: string | undefined, text: string | null): Mark[] {
  return proposals
    .filter((proposal) => proposal.id === shownToo || !isHidden(proposal))
    .flatMap((proposal) => {
      const marks = known.get(proposal) ?? marksOfOne(proposal, text)
      known.set(proposal, marks)
      return marks
    })
}

/** Not drawn on the paper unless it is open. */
export function isHidden(proposal: Proposal): boolean {
  return proposal.state === 'rejected' || isAside(proposal)
}

function marksOfOne(proposal: Proposal, text: string | null): Mark[] {
  const fields = proposal.reading.spans.flatMap((span) => {
    const look = LOOK[span.field]
    if (!look) return []
    // The sign belongs to its number, even where reading keeps it apart as the unit.
    const end = look === 'xt' && text?.charAt(span.end) === '%' ? span.end + 1 : span.end
    return [{ start: span.start, end, of: proposal.id, look }]
  })
  return [{ start: proposal.start, end: proposal.end, of: proposal.id, look: null }, ...fields]
}

/** Numbers by place in the text, of everything that is not kept apart; a rejected one keeps its number, so that none changes while reading. */
export function numbersOf(proposals: readonly Proposal[]): Map<string, number> {
  const counted = proposals.filter((proposal) => !isAside(proposal))
  return new Map(counted.map((proposal, at) => [proposal.id as string, at + 1]))
}

/** What a proposal says, in one line. */
export function wordsOf(proposal: Proposal): string {
  return capitalised(proposal.kind === 'commitment' ? proposal.fields.action : proposal.fields.indicator)
}

/** The state of the decisions as the list counts them. */
export function countsOf(proposals: readonly Proposal[]) {
  const counted = proposals.filter((proposal) => !isAside(proposal) && proposal.state !== 'rejected')
  return {
    all: counted.length,
    accepted: counted.filter((proposal) => proposal.state === 'accepted').length,
    open: counted.filter((proposal) => proposal.state === 'proposed').length,
    lacking: counted.filter((proposal) => proposal.state === 'proposed' && lacksEssential(proposal)).length,
  }
}
