import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { meQuery } from '#web/queries.ts'
import { type BulkAction, offered } from '#web/bulk/bulk-actions.ts'
import { BulkForm } from '#web/bulk/bulk-form.tsx'
import { ResultBar } from '#web/bulk/result-bar.tsx'
import { useBulk } from '#web/bulk/use-bulk.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import type { Selection } from '#web/ui/use-selection.ts'
import '#web/bulk/bulk.css'

/** Floats below the list while rows are chosen, and then says of them what became of each (DESIGN.md, section 6). */
export function BulkBar({ selection, rows }: { selection: Selection; rows: readonly AssignmentRow[] }) {
  const { t } = useTranslation('views')
  const { data: me } = useQuery(meQuery)
  const [action, setAction] = useState<BulkAction>()
  const bulk = useBulk(selection.clear)
  const chosen = useChosen(selection, rows)
  if (bulk.progress)
    return (
      <output className="bulk noprint" aria-busy="true">
        <b>{t('bulk.working', { ...bulk.progress })}</b>
      </output>
    )
  if (selection.ids.size === 0) return bulk.result || bulk.error ? <ResultBar bulk={bulk} /> : null
  const actions = offered(chosen, me?.deeds ?? [])
  return (
    <>
      <div className="bulk noprint" role="toolbar" aria-label={t('bulk.bar')}>
        <b aria-live="polite">{t('bulk.chosen', { count: selection.ids.size })}</b>
        {actions.map((one, index) => (
          <Button key={one} small look={index === 0 ? 'primary' : 'plain'} onClick={() => setAction(one)}>
            {t(`bulk.action.${one}`)}
          </Button>
        ))}
        <span className="grow" />
        <ProblemMessage error={bulk.error} />
        <Button small look="ghost" onClick={selection.clear}>
          {t('bulk.clear')} <kbd>Esc</kbd>
        </Button>
      </div>
      {action === undefined ? null : (
        <BulkForm
          action={action}
          rows={chosen}
          isComplete={chosen.length === selection.ids.size}
          onRun={(said) => {
            setAction(undefined)
            bulk.forget()
            void bulk.run(action, chosen, said).catch(() => undefined)
          }}
          onClose={() => setAction(undefined)}
        />
      )}
    </>
  )
}

/** Rows stay chosen when their group is folded or their window is out of sight: as they were last read. */
function useChosen({ ids }: Selection, rows: readonly AssignmentRow[]): AssignmentRow[] {
  const client = useQueryClient()
  return useMemo(() => {
    const windows = client.getQueriesData<{ items: AssignmentRow[] }>({ queryKey: ['assignments', 'window'] })
    const known = new Map<string, AssignmentRow>()
    for (const row of [...windows.flatMap(([, window]) => window?.items ?? []), ...rows]) known.set(row.id, row)
    return [...ids].flatMap((id) => known.get(id) ?? [])
  }, [client, ids, rows])
}
