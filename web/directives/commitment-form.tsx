import { useTranslation } from 'react-i18next'
import type { CommitmentFields } from '#core/directives/proposal.ts'
import type { Settings } from '#core/settings/settings.ts'
import { DeadlineFields } from '#web/directives/deadline-fields.tsx'
import { LeadsField, NamesField } from '#web/directives/names-field.tsx'
import { openNames } from '#web/directives/proposal-draft.ts'
import type { CommitmentDraft, CommitmentProposal, Obstacle } from '#web/directives/proposal-draft.ts'
import { TextArea } from '#web/ui/field.tsx'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'

/** The fields of a commitment: what reading took from the sentence, and what a person makes of it. */
export function CommitmentForm({
  proposal,
  draft,
  onDraft,
  settings,
  obstacle,
  stale,
}: {
  proposal: CommitmentProposal
  draft: CommitmentDraft
  onDraft: (draft: CommitmentDraft) => void
  settings: Settings | undefined
  obstacle: Obstacle | null
  stale: boolean
}) {
  const { t } = useTranslation('directives')
  const { fields } = draft
  const stored = proposal.fields
  const missing: readonly string[] = proposal.reading.missing
  const change = (next: Partial<CommitmentFields>) => onDraft({ ...draft, fields: { ...fields, ...next } })
  const current = (mine: string, theirs: string | null) =>
    stale && mine !== (theirs ?? '') && t('card.current', { value: theirs ?? t('card.notGiven') })
  return (
    <div className="ff">
      <TextArea
        wide
        label={t('field.action')}
        value={fields.action}
        maxLength={2000}
        onChange={(event) => change({ action: event.target.value })}
        hint={current(fields.action, stored.action)}
        error={obstacle === 'actionMissing' && t('card.actionMissing')}
      />
      <LeadsField proposal={proposal} draft={draft} onDraft={onDraft} obstacle={obstacle} />
      <NamesField
        label={t('field.cooperating')}
        matches={proposal.matches.cooperating}
        chosen={draft.cooperating}
        skipped={draft.skipped}
        placeholder={t('card.notNamed')}
        onChosen={(cooperating) => onDraft({ ...draft, cooperating })}
        onSkip={(written) => onDraft({ ...draft, skipped: [...draft.skipped, written] })}
      />
      <DeadlineFields
        value={fields.deadline}
        stored={stale ? stored.deadline : undefined}
        onChange={(deadline) => change({ deadline })}
        settings={settings}
        missing={missing.includes('deadline')}
        obstacle={obstacle}
      />
      <TextArea
        label={t('field.deliverable')}
        value={fields.deliverable ?? ''}
        maxLength={2000}
        missing={missing.includes('deliverable') && !fields.deliverable}
        placeholder={missing.includes('deliverable') ? t('card.notGiven') : t('card.notNamed')}
        onChange={(event) => change({ deliverable: event.target.value === '' ? null : event.target.value })}
        hint={current(fields.deliverable ?? '', stored.deliverable)}
      />
      <AddresseePicker
        label={t('field.monitor')}
        single
        kinds={['unit']}
        value={draft.monitor ? [draft.monitor] : []}
        placeholder={t('card.notNamed')}
        onChange={(next) => onDraft({ ...draft, monitor: next.at(-1) ?? null })}
        hint={openNames(proposal.matches.monitor, draft.monitor ? [draft.monitor] : [], draft.skipped)
          .map((match) => t('card.written', { text: `“${match.written}”` }))
          .join('; ')}
      />
    </div>
  )
}
