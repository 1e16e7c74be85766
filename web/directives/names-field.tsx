import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import type { NamedAddressee, NameMatch } from '#core/units/unit-ref.ts'
import { call } from '#web/client.ts'
import { fanOutOf, namesTwoLeads, openNames } from '#web/directives/proposal-draft.ts'
import type { CommitmentDraft, CommitmentProposal, Obstacle } from '#web/directives/proposal-draft.ts'
import { TwoLeads } from '#web/directives/two-leads.tsx'
import { meQuery } from '#web/queries.ts'
import { AddresseeCount, AddresseePicker, keyOf } from '#web/ui/addressee-picker.tsx'
import { Button } from '#web/ui/button.tsx'
import { showToast } from '#web/ui/toast.tsx'

interface NamesProps {
  label: string
  matches: readonly NameMatch[]
  chosen: NamedAddressee[]
  skipped: readonly string[]
  placeholder?: string
  error?: string | false
  missing?: boolean
  onChosen: (chosen: NamedAddressee[]) => void
  onSkip: (written: string) => void
  /** Each chosen unit gets an assignment of its own: say how many. */
  splits?: boolean
  children?: React.ReactNode
}

/** Names as the directive writes them, what they were taken for, and a question where that is not sure. */
export function NamesField(props: NamesProps) {
  const { label, matches, chosen, skipped, placeholder, error, missing, onChosen, onSkip, splits, children } = props
  const { t } = useTranslation('directives')
  const questions = openNames(matches, chosen, skipped)
  const written = matches.map((match) => `“${match.written}”`).join(', ')
  const split = fanOutOf(chosen)
  const hint = [
    written && t('card.written', { text: written }),
    splits && chosen.some((one) => one.kind === 'group') && t('card.split', { count: split }),
  ]
    .filter(Boolean)
    .join('; ')
  return (
    <div className="names">
      <AddresseePicker
        label={label}
        value={chosen}
        onChange={onChosen}
        hint={hint}
        error={error}
        missing={missing ?? false}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {questions.map((match) => (
        <Question key={match.written} match={match} chosen={chosen} onChosen={onChosen} onSkip={onSkip} />
      ))}
      {children}
    </div>
  )
}

export function LeadsField({
  proposal,
  draft,
  onDraft,
  obstacle,
}: {
  proposal: CommitmentProposal
  draft: CommitmentDraft
  onDraft: (draft: CommitmentDraft) => void
  obstacle: Obstacle | null
}) {
  const { t } = useTranslation('directives')
  const error = obstacle === 'leadMissing' || obstacle === 'leadUnsure' ? t(`card.${obstacle}`) : false
  return (
    <NamesField
      splits
      label={t('field.lead')}
      matches={proposal.matches.lead}
      chosen={draft.leads}
      skipped={draft.skipped}
      missing={draft.leads.length === 0}
      placeholder={t('card.notGiven')}
      error={error}
      onChosen={(leads) => onDraft({ ...draft, leads, leadsSettled: false })}
      onSkip={(written) => onDraft({ ...draft, skipped: [...draft.skipped, written] })}
    >
      {proposal.reading.flags.includes('named-above') && proposal.state === 'proposed' && (
        <p className="mut small">{t('card.namedAbove')}</p>
      )}
      {namesTwoLeads(proposal) && draft.leads.length > 1 && (
        <TwoLeads draft={draft} onDraft={onDraft} asked={obstacle === 'twoLeadsChoose'} />
      )}
    </NamesField>
  )
}

function Question({
  match,
  chosen,
  onChosen,
  onSkip,
}: {
  match: NameMatch
  chosen: NamedAddressee[]
  onChosen: (chosen: NamedAddressee[]) => void
  onSkip: (written: string) => void
}) {
  const { t } = useTranslation('directives')
  const { data: me } = useQuery(meQuery)
  const teach = useMutation({
    mutationFn: ({ kind, id }: NamedAddressee) =>
      call(dictionaryApi.addAlias, { body: { target: { kind, id }, text: match.written } }),
    onSuccess: () => {
      onSkip(match.written)
      showToast(t('card.remembered'))
    },
  })
  // Whoever was just chosen by hand for an unknown name can be remembered under it.
  const taught = match.status === 'unknown' ? chosen.at(-1) : undefined
  const mayTeach = me?.deeds.includes('dictionary.edit') ?? false
  return (
    <div className="nt late q">
      <div>
        <p>{t(match.status === 'unknown' ? 'card.unknown' : 'card.unsure', { written: match.written })}</p>
        <div className="row wrap tight">
          {match.candidates.map((candidate) => (
            <Button key={keyOf(candidate)} small onClick={() => onChosen([...chosen, candidate])}>
              {candidate.name} <AddresseeCount of={candidate} />
            </Button>
          ))}
          {taught && mayTeach && (
            <Button small icon="book" busy={teach.isPending} onClick={() => teach.mutate(taught)}>
              {t('card.remember', { written: match.written, name: taught.name })}
            </Button>
          )}
          <Button small look="ghost" onClick={() => onSkip(match.written)}>
            {t('card.skipName')}
          </Button>
        </div>
      </div>
    </div>
  )
}
