import { useTranslation } from 'react-i18next'
import type { CommitmentDraft } from '#web/directives/proposal-draft.ts'
import { keyOf } from '#web/ui/addressee-picker.tsx'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'

/** Exactly one lead per assignment: a sentence that names two is split or one is chosen, never silently given to the first. */
export function TwoLeads({
  draft,
  onDraft,
  asked,
}: {
  draft: CommitmentDraft
  onDraft: (draft: CommitmentDraft) => void
  asked: boolean
}) {
  const { t } = useTranslation('directives')
  if (draft.leadsSettled) return <p className="mut small">{t('card.twoLeadsDone')}</p>
  return (
    <div className="nt late q" role={asked ? 'alert' : undefined}>
      <div>
        <p>
          <Icon name="warn" />
          {t('card.twoLeads', { n: draft.leads.length })} {asked && <b>{t('card.twoLeadsChoose')}</b>}
        </p>
        <div className="row wrap tight">
          <Button small icon="fork" onClick={() => onDraft({ ...draft, leadsSettled: true })}>
            {t('card.twoLeadsSplit')}
          </Button>
          {draft.leads.map((lead) => (
            <Button
              key={keyOf(lead)}
              small
              onClick={() =>
                onDraft({
                  ...draft,
                  leads: [lead],
                  cooperating: [...draft.cooperating, ...draft.leads.filter((other) => keyOf(other) !== keyOf(lead))],
                  leadsSettled: true,
                })
              }
            >
              {t('card.twoLeadsOne', { name: lead.name })}
            </Button>
          ))}
        </div>
      </div>
    </div>
  )
}
