import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { meQuery } from '#web/queries.ts'
import { type BulkAction, offered } from '#web/bulk/bulk-actions.ts'
import { BulkForm } from '#web/bulk/bulk-form.tsx'
import { latestRows } from '#web/bulk/bulk-run.ts'
import { ResultBar } from '#web/bulk/result-bar.tsx'
import { useBulk } from '#web/bulk/use-bulk.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Selection } from '#web/ui/use-selection.ts'
import { usePhone } from '#web/ui/use-phone.ts'
import '#web/bulk/bulk.css'

/** Floats below the list while rows are chosen, and says of them what became of each (DESIGN.md, section 6). */
export function BulkBar({ selection }: { selection: Selection }) {
  const { t } = useTranslation('views')
  const { data: me } = useQuery(meQuery)
  const [action, setAction] = useState<BulkAction>()
  const isPhone = usePhone()
  const bulk = useBulk(selection.leave)
  const chosen = useChosen(selection)
  if (bulk.progress)
    return (
      <div className="bulks noprint">
        <output className="bulk" aria-busy="true">
          <b>{t('bulk.working', { ...bulk.progress })}</b>
        </output>
      </div>
    )
  const isSome = selection.ids.size > 0
  if (!isSome && !bulk.result && !bulk.error) return null
  const actions = offered(chosen, me?.deeds ?? [])
  return (
    <div className="bulks noprint">
      {bulk.result || !isSome ? <ResultBar bulk={bulk} /> : null}
      {isSome ? (
        <div className="bulk" role="toolbar" aria-label={t('bulk.bar')}>
          <b aria-live="polite">{t('bulk.chosen', { count: selection.ids.size })}</b>
          {isPhone ? (
            <ActionSheet actions={actions} onChoose={setAction} />
          ) : (
            actions.map((one, index) => (
              <Button key={one} small look={index === 0 ? 'primary' : 'plain'} onClick={() => setAction(one)}>
                {t(`bulk.action.${one}`)}
              </Button>
            ))
          )}
          <span className="grow" />
          {bulk.result ? null : <ProblemMessage error={bulk.error} />}
          <Button small look="ghost" onClick={selection.clear}>
            {t('bulk.clear')} {isPhone ? null : <kbd>Esc</kbd>}
          </Button>
        </div>
      ) : null}
      {action === undefined || !isSome ? null : (
        <BulkForm
          action={action}
          rows={chosen}
          isComplete={chosen.length === selection.ids.size}
          onRun={(said) => {
            setAction(undefined)
            bulk.run(action, chosen, said)
          }}
          onClose={() => setAction(undefined)}
        />
      )}
    </div>
  )
}

/** On a phone the bar stays one line high: all actions stand in a sheet. */
function ActionSheet({
  actions,
  onChoose,
}: {
  actions: readonly BulkAction[]
  onChoose: (action: BulkAction) => void
}) {
  const { t } = useTranslation('views')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button small look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('bulk.act')}
      </Button>
      {isOpen ? (
        <Dialog title={t('bulk.bar')} onClose={() => setOpen(false)}>
          {actions.length === 0 ? <p className="mut">{t('bulk.nothing')}</p> : null}
          <div className="bk-s">
            {actions.map((one) => (
              <Button
                key={one}
                onClick={() => {
                  setOpen(false)
                  onChoose(one)
                }}
              >
                {t(`bulk.action.${one}`)}
              </Button>
            ))}
          </div>
        </Dialog>
      ) : null}
    </>
  )
}

/** Rows stay chosen when their group is folded or their window is out of sight: as they were last read. Nothing is gathered while nothing is chosen. */
function useChosen({ ids }: Selection): AssignmentRow[] {
  const client = useQueryClient()
  if (ids.size === 0) return []
  const windows = client.getQueryCache().findAll({ queryKey: ['assignments', 'window'] })
  return latestRows(
    windows.map(({ state }) => ({
      readAt: state.dataUpdatedAt,
      items: (state.data as { items: AssignmentRow[] } | undefined)?.items ?? [],
    })),
    ids,
  )
}
