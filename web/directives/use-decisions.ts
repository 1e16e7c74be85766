import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { Proposal } from '#core/directives/proposal.ts'
import { call, Problem } from '#web/client.ts'
import { keepProposal, proposalsQuery, refreshAround } from '#web/directives/queries.ts'
import {
  commitmentDraft,
  isCommitmentChanged,
  isTargetChanged,
  targetDraft,
  targetFields,
} from '#web/directives/proposal-draft.ts'
import type { Drafts } from '#web/directives/use-drafts.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { queryClient } from '#web/queries.ts'
import { showToast } from '#web/ui/toast.tsx'

/** The decisions about proposals. A person decides; what they typed is saved first, and a refusal keeps it. */
export function useDecisions(drafts: Drafts) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()

  /** The proposal as it stands after what was typed has been saved. */
  async function saved(proposal: Proposal): Promise<Proposal> {
    const body = changesOf(proposal, drafts)
    if (!body) return proposal
    const answer = await call(directivesApi.editProposal, {
      params: { id: proposal.id },
      body,
      version: proposal.version,
    })
    keepProposal(answer)
    drafts.settle(answer)
    return answer
  }

  const settings = (proposal: Proposal) => ({
    onError: (error: Error) => {
      // Somebody else was first: fetch their version, keep what is typed here.
      if (error instanceof Problem && [404, 409, 412].includes(error.status)) {
        void queryClient.invalidateQueries({ queryKey: proposalsQuery(proposal.directiveId).queryKey })
      }
    },
  })

  const save = useMutation({
    mutationFn: saved,
    onSuccess: () => showToast(t('card.saved')),
    onError: (error, proposal) => settings(proposal).onError(error),
  })
  const accept = useMutation({
    mutationFn: async (proposal: Proposal) => {
      const draft = proposal.kind === 'commitment' ? (drafts.commitment(proposal) ?? commitmentDraft(proposal)) : null
      const current = await saved(proposal)
      const pick = ({ kind, id }: { kind: 'unit' | 'group' | 'external'; id: string }) => ({ kind, id })
      return await call(directivesApi.acceptProposal, {
        params: { id: proposal.id },
        version: current.version,
        body: draft
          ? {
              leads: draft.leads.map(pick),
              cooperating: draft.cooperating.map(pick),
              monitorId: draft.monitor?.id ?? null,
            }
          : {},
      })
    },
    onSuccess: (answer) => {
      keepProposal(answer.proposal)
      drafts.drop(answer.proposal.id)
      const commitment = answer.proposal.kind === 'commitment'
      showToast(commitment ? t('card.acceptedToast', { n: number(answer.assignments) }) : t('card.acceptedTarget'))
      void refreshAround(answer.proposal.directiveId)
    },
    onError: (error, proposal) => settings(proposal).onError(error),
  })
  const reopen = useMutation({
    mutationFn: (proposal: Proposal) =>
      call(directivesApi.reopenProposal, { params: { id: proposal.id }, version: proposal.version }),
    onSuccess: (answer) => {
      keepProposal(answer)
      void refreshAround(answer.directiveId)
    },
    onError: (error, proposal) => settings(proposal).onError(error),
  })
  const reject = useMutation({
    mutationFn: (proposal: Proposal) =>
      call(directivesApi.rejectProposal, { params: { id: proposal.id }, version: proposal.version, body: {} }),
    onSuccess: (answer) => {
      keepProposal(answer)
      showToast(t('card.rejected'), { text: t('card.undo'), run: () => reopen.mutate(answer) })
      void refreshAround(answer.directiveId)
    },
    onError: (error, proposal) => settings(proposal).onError(error),
  })
  return { save, accept, reject, reopen }
}

export type Decisions = ReturnType<typeof useDecisions>

function changesOf(proposal: Proposal, drafts: Drafts) {
  if (proposal.kind === 'commitment') {
    const draft = drafts.commitment(proposal)
    return draft && isCommitmentChanged(proposal, draft) ? { commitment: draft.fields } : null
  }
  const draft = drafts.target(proposal) ?? targetDraft(proposal)
  const fields = targetFields(draft)
  return fields && isTargetChanged(proposal, draft) ? { target: fields } : null
}
