import { useState } from 'react'
import type { Proposal } from '#core/directives/proposal.ts'
import type {
  CommitmentDraft,
  CommitmentProposal,
  TargetDraft,
  TargetProposal,
} from '#web/directives/proposal-draft.ts'

export interface Drafts {
  /** Undefined until something was typed. */
  commitment: (proposal: CommitmentProposal) => CommitmentDraft | undefined
  target: (proposal: TargetProposal) => TargetDraft | undefined
  setCommitment: (proposal: CommitmentProposal, draft: CommitmentDraft) => void
  setTarget: (proposal: TargetProposal, draft: TargetDraft) => void
  /** Somebody else saved a newer version while something was typed here. */
  isStale: (proposal: Proposal) => boolean
  /** What was typed stays and now stands on the newest version. */
  settle: (proposal: Proposal) => void
  drop: (id: string) => void
}

/** What is typed into the cards, by proposal, until it is saved; opening another card loses nothing. */
export function useDrafts(): Drafts {
  const [commitments, setCommitments] = useState<ReadonlyMap<string, CommitmentDraft>>(new Map())
  const [targets, setTargets] = useState<ReadonlyMap<string, TargetDraft>>(new Map())
  return {
    commitment: (proposal) => commitments.get(proposal.id),
    target: (proposal) => targets.get(proposal.id),
    setCommitment: (proposal, draft) => setCommitments((all) => new Map(all).set(proposal.id, draft)),
    setTarget: (proposal, draft) => setTargets((all) => new Map(all).set(proposal.id, draft)),
    isStale: (proposal) => {
      const base = (commitments.get(proposal.id) ?? targets.get(proposal.id))?.base
      return base !== undefined && base < proposal.version
    },
    settle: (proposal) => {
      setCommitments((all) => rebased(all, proposal))
      setTargets((all) => rebased(all, proposal))
    },
    drop: (id) => {
      setCommitments((all) => without(all, id))
      setTargets((all) => without(all, id))
    },
  }
}

function rebased<D extends { base: number }>(all: ReadonlyMap<string, D>, proposal: Proposal): ReadonlyMap<string, D> {
  const draft = all.get(proposal.id)
  return draft ? new Map(all).set(proposal.id, { ...draft, base: proposal.version }) : all
}

function without<D>(all: ReadonlyMap<string, D>, id: string): ReadonlyMap<string, D> {
  return new Map([...all].filter(([key]) => key !== id))
}
