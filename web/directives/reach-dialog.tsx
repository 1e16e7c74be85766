import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '#core/kernel/fold.ts'
import { wordsOf } from '#web/directives/marks.ts'
import type { CommitmentDraft, CommitmentProposal } from '#web/directives/proposal-draft.ts'
import { reachQuery } from '#web/directives/queries.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { useShortcut } from '#web/ui/shortcut.ts'
import { Loading } from '#web/ui/states.tsx'

// Above this a filter is worth its room.
const MANY = 12

/** Whom an accept reaches, unit by unit, before it is pressed. */
export function ReachDialog({
  proposal,
  draft,
  onConfirm,
  onClose,
}: {
  proposal: CommitmentProposal
  draft: CommitmentDraft
  onConfirm: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const reach = useQuery(reachQuery(draft.leads))
  const [filter, setFilter] = useState('')
  const wanted = fold(filter)
  const units = reach.data?.units ?? []
  const shown = wanted === '' ? units : units.filter((unit) => fold(unit.name).includes(wanted))
  const count = reach.data?.total ?? 0
  useShortcut({ key: 'Enter', ctrl: true, inDialog: true }, onConfirm, reach.data !== undefined)
  return (
    <Dialog
      title={t('reach.title')}
      onClose={onClose}
      actions={
        reach.data && (
          <>
            <Button look="primary" icon="check" onClick={onConfirm}>
              {t('reach.confirm', { count, n: number(count) })}
            </Button>
            <kbd>{t('shortcut.accept')}</kbd>
          </>
        )
      }
    >
      <p className="m">{wordsOf(proposal)}</p>
      <ProblemMessage error={reach.error} onRetry={() => void reach.refetch()} />
      {reach.isPending && <Loading rows={4} what={t('reach.counting')} />}
      {reach.data && (
        <>
          <p className="ink2">{t('reach.text', { count, n: number(count) })}</p>
          {units.length > MANY && (
            <TextField label={t('reach.filter')} value={filter} onChange={(event) => setFilter(event.target.value)} />
          )}
          <ol className="reach" aria-label={t('reach.units')}>
            {shown.map((unit) => (
              <li key={unit.id}>{unit.name}</li>
            ))}
          </ol>
        </>
      )}
    </Dialog>
  )
}
