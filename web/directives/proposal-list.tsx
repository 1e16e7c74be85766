import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { isAside, type Proposal } from '#core/directives/proposal.ts'
import { countsOf } from '#web/directives/marks.ts'
import { ProposalCard } from '#web/directives/proposal-card.tsx'
import { isComplete, obstacleTo, commitmentDraft } from '#web/directives/proposal-draft.ts'
import { settingsQuery, tasksOfDirectiveQuery } from '#web/directives/queries.ts'
import { BatchDialog } from '#web/directives/batch-dialog.tsx'
import { ReachDialog } from '#web/directives/reach-dialog.tsx'
import type { Decisions } from '#web/directives/use-decisions.ts'
import type { Drafts } from '#web/directives/use-drafts.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button } from '#web/ui/button.tsx'
import { Empty } from '#web/ui/states.tsx'
import { useStable } from '#web/ui/use-stable.ts'
import { useSteps } from '#web/ui/use-steps.ts'

// The form with its search for units is a third of the page; it comes while the list is being looked at.
const loadOpenCard = () => import('#web/directives/open-card.tsx')
const OpenCard = lazy(async () => ({ default: (await loadOpenCard()).OpenCard }))

const FIRST_CARDS = 40
const CARDS_PER_STEP = 80

interface ListProps {
  directiveId: string
  proposals: Proposal[]
  numbers: ReadonlyMap<string, number>
  openId: string | undefined
  hoverId: string | undefined
  mayDecide: boolean
  drafts: Drafts
  decisions: Decisions
  onOpen: (id: string | undefined) => void
  onHover: (id: string | undefined) => void
  onAdd: () => void
}

/** What reading proposes, in the order of the text; one card is open at a time. */
export function ProposalList(props: ListProps) {
  const { directiveId, proposals, numbers, openId, hoverId, mayDecide, drafts, decisions, onOpen, onHover, onAdd } =
    props
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const { data: settings } = useQuery(settingsQuery)
  const { data: tasks } = useQuery({ ...tasksOfDirectiveQuery(directiveId), enabled: proposals.some(isAccepted) })
  const [reach, setReach] = useState<Proposal | null>(null)
  const [batch, setBatch] = useState(false)
  const main = proposals.filter((one) => !isAside(one) && one.state !== 'rejected')
  const exhortations = proposals.filter((one) => one.exhortation && one.state !== 'rejected')
  const restated = proposals.filter((one) => isAside(one) && !one.exhortation && one.state !== 'rejected')
  const rejected = proposals.filter((one) => one.state === 'rejected')
  const counts = countsOf(proposals)
  const complete = main.filter(isComplete)
  useEffect(() => {
    // Ahead of need: what fails here is fetched again, and said, when a card opens.
    if (mayDecide) loadOpenCard().catch(() => undefined)
  }, [mayDecide])

  const openNext = (after: Proposal) => {
    const at = main.findIndex((one) => one.id === after.id)
    const next = [...main.slice(at + 1), ...main.slice(0, at)].find((one) => one.state === 'proposed')
    onOpen(next?.id)
  }
  const decide = (proposal: Proposal) => decisions.accept.mutate(proposal, { onSuccess: () => openNext(proposal) })
  const accept = (proposal: Proposal) => {
    if (proposal.kind === 'commitment') {
      const draft = drafts.commitment(proposal) ?? commitmentDraft(proposal)
      // A card that cannot be accepted as it stands is opened, so that the question is seen.
      if (obstacleTo(proposal, draft) !== null || drafts.isStale(proposal)) return onOpen(proposal.id)
      if (draft.leads.some((lead) => lead.kind === 'group')) return setReach(proposal)
    }
    return decide(proposal)
  }
  const actions = useStable({
    open: (proposal: Proposal) => onOpen(proposal.id),
    accept,
    undo: (proposal: Proposal) => decisions.reopen.mutate(proposal),
    hover: onHover,
  })
  const openAt = main.findIndex((one) => one.id === openId)
  const drawn = Math.max(useSteps(main.length, FIRST_CARDS, CARDS_PER_STEP), openAt + 1)
  const card = (proposal: Proposal) =>
    proposal.id === openId && proposal.state === 'proposed' && mayDecide ? (
      <Suspense key={proposal.id}>
        <OpenCard
          proposal={proposal}
          n={numbers.get(proposal.id)}
          settings={settings}
          drafts={drafts}
          decisions={decisions}
          onAccept={() => accept(proposal)}
          onReject={() => decisions.reject.mutate(proposal, { onSuccess: () => openNext(proposal) })}
          onClose={() => onOpen(undefined)}
        />
      </Suspense>
    ) : (
      <ProposalCard
        key={proposal.id}
        proposal={proposal}
        n={numbers.get(proposal.id)}
        settings={settings}
        task={proposal.kind === 'commitment' && proposal.taskId ? tasks?.get(proposal.taskId) : undefined}
        hovered={hoverId === proposal.id || openId === proposal.id}
        mayDecide={mayDecide}
        actions={actions}
        typed={proposal.kind === 'commitment' ? drafts.commitment(proposal)?.fields.action : undefined}
      />
    )
  return (
    <section className="cms" aria-label={t('list.title')} id="proposals" tabIndex={-1}>
      <div className="cmh">
        <h2>{t('list.count', { count: counts.all, n: number(counts.all) })}</h2>
        <span className="mut">
          {t('list.counts', { accepted: number(counts.accepted), missing: number(counts.lacking) })}
        </span>
        <span className="grow" />
        {mayDecide && complete.length > 1 && (
          <Button small onClick={() => setBatch(true)}>
            {t('list.acceptComplete', { n: number(complete.length) })}
          </Button>
        )}
        {mayDecide && (
          <Button small icon="plus" onClick={onAdd}>
            {t('list.add')}
          </Button>
        )}
      </div>
      {/* A pane that scrolls has to be reachable by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="cms-b" tabIndex={0}>
        {main.length === 0 && <Empty>{t('list.none')}</Empty>}
        <ol>{main.slice(0, drawn).map(card)}</ol>
        <Folded title={t('list.exhortations')} items={exhortations} openId={openId} card={card} />
        <Folded title={t('list.restated')} items={restated} openId={openId} card={card} />
        <Folded title={t('list.rejected')} items={rejected} openId={openId} card={card} />
      </div>
      {reach?.kind === 'commitment' && (
        <ReachDialog
          proposal={reach}
          draft={drafts.commitment(reach) ?? commitmentDraft(reach)}
          onClose={() => setReach(null)}
          onConfirm={() => {
            setReach(null)
            decide(reach)
          }}
        />
      )}
      {batch && (
        <BatchDialog proposals={complete} numbers={numbers} decisions={decisions} onClose={() => setBatch(false)} />
      )}
    </section>
  )
}

/** A group that is kept apart and closed until it is asked for. */
function Folded({
  title,
  items,
  openId,
  card,
}: {
  title: string
  items: Proposal[]
  openId: string | undefined
  card: (proposal: Proposal) => React.ReactNode
}) {
  const { number } = useFormat()
  if (items.length === 0) return null
  return (
    <details className="fold-out" open={items.some((one) => one.id === openId) || undefined}>
      <summary>
        {title} <span className="mut">{number(items.length)}</span>
      </summary>
      <ol>{items.map(card)}</ol>
    </details>
  )
}

function isAccepted(proposal: Proposal): boolean {
  return proposal.state === 'accepted'
}
