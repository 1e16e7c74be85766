import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '#core/directives/proposal.ts'
import type { Settings } from '#core/settings/settings.ts'
import type { TaskRow } from '#core/tasks/answers.ts'
import { Confidence, DeadlineWords, Elements, KindTag } from '#web/directives/card-parts.tsx'
import { wordsOf } from '#web/directives/marks.ts'
import { LookAlikeNote } from '#web/directives/look-alike-note.tsx'
import { isAside } from '#core/directives/proposal.ts'
import { commitmentDraft, fanOutOf } from '#web/directives/proposal-draft.ts'
import { TargetWords } from '#web/directives/target-words.tsx'
import { TaskLine } from '#web/directives/task-line.tsx'
import { shortName } from '#web/format.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'

/** What can be done with a card; the same functions for every card, so that a card is drawn again only when its own facts change. */
export interface CardActions {
  open: (proposal: Proposal) => void
  accept: (proposal: Proposal) => void
  undo: (proposal: Proposal) => void
  hover: (id: string | undefined) => void
}

interface CardProps {
  proposal: Proposal
  n: number | undefined
  settings: Settings | undefined
  task: TaskRow | undefined
  hovered: boolean
  mayDecide: boolean
  actions: CardActions
  /** Words typed here before somebody else decided. */
  typed?: string | undefined
}

/** A proposal as one sheet of the list: what reading understood, and the decision. */
export const ProposalCard = memo(function ProposalCard(props: CardProps) {
  const { proposal, n, settings, task, hovered, mayDecide, actions, typed } = props
  const { t } = useTranslation('directives')
  const action = wordsOf(proposal)
  const words = proposal.kind === 'commitment' ? action : <TargetWords of={proposal.fields} />
  const open = proposal.state === 'proposed'
  return (
    // The pointer sees which sentence belongs to the card; the keyboard gets the same by focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={`cm${proposal.state === 'accepted' ? ' ok' : ''}${proposal.state === 'rejected' ? ' no-task' : ''}${hovered ? ' hov' : ''}`}
      id={`card-${proposal.id}`}
      onMouseEnter={() => actions.hover(proposal.id)}
      onMouseLeave={() => actions.hover(undefined)}
      onFocus={() => actions.hover(proposal.id)}
      onBlur={() => actions.hover(undefined)}
    >
      <span className="no">{n ?? '–'}</span>
      <div className="grow">
        <div className="row wrap tight">
          <KindTag of={proposal} />
          {proposal.kind === 'commitment' && <FanOut of={proposal} />}
          <span className="grow" />
          <Confidence of={proposal} />
        </div>
        <button type="button" className="ac" onClick={() => actions.open(proposal)}>
          {words}
        </button>
        {proposal.kind === 'commitment' && (
          <>
            <p className="ld">
              {proposal.fields.lead.join('; ') || t('card.undetermined')}
              {proposal.fields.cooperating.length > 0 &&
                `, ${t('card.more', { count: proposal.fields.cooperating.length })}`}
            </p>
            {proposal.fields.monitor.length > 0 && (
              <p className="ld">{t('card.monitoredBy', { names: proposal.fields.monitor.join('; ') })}</p>
            )}
            <DeadlineWords of={proposal.fields.deadline} settings={settings} />
          </>
        )}
        {open && !isAside(proposal) && <Elements of={proposal} />}
        {open && <LookAlikeNote of={proposal} />}
        {typed && <p className="mut">{t('card.written', { text: typed })}</p>}
        {task && <TaskLine task={task} directiveId={proposal.directiveId} mayIssue={mayDecide} />}
      </div>
      <div className="sd">
        {open && mayDecide && (
          <>
            <Button
              small
              icon="check"
              onClick={() => actions.accept(proposal)}
              aria-label={t('card.acceptOf', { n: n ?? '', action })}
            >
              {t('card.accept')}
            </Button>
            <Button
              small
              look="ghost"
              icon="edit"
              onClick={() => actions.open(proposal)}
              aria-label={`${t('card.edit')} ${n ?? ''}: ${action}`}
            >
              {t('card.edit')}
            </Button>
          </>
        )}
        {!open && <Decided proposal={proposal} />}
        {proposal.state === 'rejected' && mayDecide && (
          <Button small look="ghost" icon="undo" onClick={() => actions.undo(proposal)}>
            {t('card.undo')}
          </Button>
        )}
      </div>
    </li>
  )
})

function Decided({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('directives')
  const { time, instantDay } = useFormat()
  return (
    <>
      {proposal.state === 'accepted' ? (
        <span className="done">
          <Icon name="check" />
          {t('card.accepted')}
        </span>
      ) : (
        <span className="mut">{t('card.reject')}</span>
      )}
      {proposal.decidedBy && proposal.decidedAt && (
        <small title={proposal.decidedBy.name}>
          {shortName(proposal.decidedBy.name)}, {time(proposal.decidedAt)} {instantDay(proposal.decidedAt)}
        </small>
      )}
    </>
  )
}

/** "giao 34 …" where one sentence reaches many. */
function FanOut({ of }: { of: Extract<Proposal, { kind: 'commitment' }> }) {
  const { t } = useTranslation('directives')
  const { leads } = commitmentDraft(of)
  const count = fanOutOf(leads)
  const group = leads.find((lead) => lead.kind === 'group')
  if (count < 2 || of.state !== 'proposed') return null
  return (
    <span className="tag line">
      {group && leads.length === 1 ? t('card.fanOut', { n: `${count} ${group.name}` }) : t('card.split', { count })}
    </span>
  )
}
