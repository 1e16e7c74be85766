import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '#core/directives/proposal.ts'
import type { Settings } from '#core/settings/settings.ts'
import { Confidence, KindTag } from '#web/directives/card-parts.tsx'
import { LookAlikeNote } from '#web/directives/look-alike-note.tsx'
import { Reasons } from '#web/directives/reasons.tsx'
import { CommitmentForm } from '#web/directives/commitment-form.tsx'
import { wordsOf } from '#web/directives/marks.ts'
import {
  commitmentDraft,
  fanOutOf,
  isCommitmentChanged,
  isTargetChanged,
  obstacleTo,
  targetDraft,
  targetFields,
} from '#web/directives/proposal-draft.ts'
import { TargetForm } from '#web/directives/target-form.tsx'
import type { Decisions } from '#web/directives/use-decisions.ts'
import type { Drafts } from '#web/directives/use-drafts.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { focusFirstError, stopsAtUnreadable } from '#web/ui/focus-first-error.ts'
import { Icon } from '#web/ui/icon.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { useShortcut } from '#web/ui/shortcut.ts'

/** The one open card: its fields can be edited, and it is decided here. */
export function OpenCard({
  proposal,
  n,
  settings,
  drafts,
  decisions,
  onAccept,
  onReject,
  onClose,
}: {
  proposal: Proposal
  n: number | undefined
  settings: Settings | undefined
  drafts: Drafts
  decisions: Decisions
  /** Nothing stands in the way any more. */
  onAccept: () => void
  onReject: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('directives')
  const [tried, setTried] = useState(false)
  const card = useRef<HTMLLIElement>(null)
  const commitment = proposal.kind === 'commitment' ? (drafts.commitment(proposal) ?? commitmentDraft(proposal)) : null
  const target = proposal.kind === 'target' ? (drafts.target(proposal) ?? targetDraft(proposal)) : null
  const obstacle = proposal.kind === 'commitment' && commitment ? obstacleTo(proposal, commitment) : null
  const targetWrong = target !== null && (targetFields(target) === null || target.fields.indicator.trim() === '')
  const stale = drafts.isStale(proposal)
  const changed =
    (proposal.kind === 'commitment' && commitment !== null && isCommitmentChanged(proposal, commitment)) ||
    (proposal.kind === 'target' && target !== null && isTargetChanged(proposal, target))
  const busy = decisions.accept.isPending || decisions.save.isPending
  const accept = () => {
    setTried(true)
    // By Ctrl Enter no button is pressed that would ask.
    if (card.current && stopsAtUnreadable(card.current)) return
    if (obstacle || targetWrong || stale) {
      if (card.current) focusFirstError(card.current)
    } else if (!busy) onAccept()
  }
  const save = () => {
    if (card.current && stopsAtUnreadable(card.current)) return
    if (!stale && !targetWrong) decisions.save.mutate(proposal)
  }
  useShortcut({ key: 'Enter', ctrl: true }, accept)
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which an effect must not return.
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const failed = [decisions.accept, decisions.save, decisions.reject].find(
    (one) => one.error && one.variables?.id === proposal.id,
  )
  const count = commitment ? fanOutOf(commitment.leads) : 0
  return (
    <li className="cm on" id={`card-${proposal.id}`} ref={card}>
      <span className="no">{n ?? '–'}</span>
      <div className="grow">
        <div className="row wrap tight">
          <KindTag of={proposal} />
          {count > 1 && <span className="tag line">{t('card.split', { count })}</span>}
          <h3 className="vh">{wordsOf(proposal)}</h3>
          <span className="grow" />
          <Confidence of={proposal} />
          <IconButton small icon="x" label={t('card.closeCard')} onClick={onClose} />
        </div>
        {stale && <Stale onMine={() => drafts.settle(proposal)} onTheirs={() => drafts.drop(proposal.id)} />}
        {proposal.kind === 'commitment' && commitment && (
          <CommitmentForm
            proposal={proposal}
            draft={commitment}
            onDraft={(draft) => drafts.setCommitment(proposal, draft)}
            settings={settings}
            obstacle={tried ? obstacle : null}
            stale={stale}
          />
        )}
        {proposal.kind === 'target' && target && (
          <TargetForm draft={target} onDraft={(draft) => drafts.setTarget(proposal, draft)} tried={tried} />
        )}
        <LookAlikeNote of={proposal} />
        <Reasons of={proposal} />
        <ProblemMessage error={stale ? null : failed?.error} />
        <div className="row wrap dec">
          <Button look="primary" icon="check" busy={busy} onClick={accept}>
            {t('card.acceptAndNext')}
          </Button>
          {changed && (
            <Button icon="edit" onClick={save}>
              {t('card.save')}
            </Button>
          )}
          <Button look="ghost" onClick={onReject}>
            {t('card.reject')}
          </Button>
          <span className="grow" />
          <kbd>{t('shortcut.accept')}</kbd>
        </div>
      </div>
    </li>
  )
}

/** Two people in one card: the newer version is here, what was typed is kept, and the person says which of them holds. */
function Stale({ onMine, onTheirs }: { onMine: () => void; onTheirs: () => void }) {
  const { t } = useTranslation('directives')
  return (
    <div className="nt late q" role="alert">
      <Icon name="warn" />
      <div>
        <p>{t('card.stale')}</p>
        <div className="row wrap tight">
          <Button small onClick={onMine}>
            {t('card.keepMine')}
          </Button>
          <Button small onClick={onTheirs}>
            {t('card.useCurrent')}
          </Button>
        </div>
      </div>
    </div>
  )
}
