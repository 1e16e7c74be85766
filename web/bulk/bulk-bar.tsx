import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { meQuery } from '#web/queries.ts'
import { type BulkAction, offered } from '#web/bulk/bulk-actions.ts'
import { BulkForm } from '#web/bulk/bulk-form.tsx'
import { latestRows } from '#web/bulk/bulk-run.ts'
import { ResultBar } from '#web/bulk/result-bar.tsx'
import { useBulk } from '#web/bulk/use-bulk.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Selection } from '#web/ui/use-selection.ts'
import { usePhone } from '#web/ui/use-phone.ts'
import '#web/bulk/bulk.css'

/**
 * Floats below the list while rows are chosen, and says of them what became of each (DESIGN.md, section 6). `onGone` is told when the focus went
 * with the last bar: it belongs to the list.
 */
export function BulkBar({ selection, onGone }: { selection: Selection; onGone: () => void }) {
  const { t } = useTranslation('views')
  const { data: me } = useQuery(meQuery)
  /** The rows as they were when it was pressed: what somebody changes behind the form is refused, not overwritten. */
  const [pressed, setPressed] = useState<{ action: BulkAction; rows: readonly AssignmentRow[]; isComplete: boolean }>()
  const isPhone = usePhone()
  const bulk = useBulk(selection.leave)
  const chosen = useChosen(selection)
  const bars = useRef<HTMLDivElement>(null)
  const isSome = selection.ids.size > 0
  // What broke is gone on with or given up first: pressed anew, what was done although its answer was lost would be refused.
  const hasTools = isSome && !bulk.error
  const shown = bulk.progress ? WORKING : `${bulk.result ? 'result ' : ''}${hasTools ? 'tools' : ''}`
  useFocusThatWent(shown, bars, onGone)
  if (bulk.progress)
    return (
      <div className="bulks noprint">
        <output className="bulk" aria-busy="true">
          <b>{t('bulk.working', { ...bulk.progress })}</b>
        </output>
      </div>
    )
  if (shown === NOTHING) return null
  const actions = offered(chosen, me?.deeds ?? [])
  const press = (action: BulkAction) =>
    setPressed({ action, rows: chosen, isComplete: chosen.length === selection.ids.size })
  return (
    <div className="bulks noprint" ref={bars}>
      {bulk.result ? <ResultBar bulk={bulk} /> : null}
      {hasTools ? (
        <div className="bulk" role="toolbar" tabIndex={-1} aria-label={t('bulk.bar')}>
          <b aria-live="polite">{t('bulk.chosen', { count: selection.ids.size })}</b>
          {isPhone ? (
            <ActionSheet actions={actions} onChoose={press} />
          ) : (
            actions.map((one, index) => (
              <Button key={one} small look={index === 0 ? 'primary' : 'plain'} onClick={() => press(one)}>
                {t(`bulk.action.${one}`)}
              </Button>
            ))
          )}
          <span className="grow" />
          <Button small look="ghost" onClick={selection.clear}>
            {t('bulk.clear')} {isPhone ? null : <kbd>Esc</kbd>}
          </Button>
        </div>
      ) : null}
      {pressed === undefined || !hasTools ? null : (
        <BulkForm
          action={pressed.action}
          rows={pressed.rows}
          isComplete={pressed.isComplete}
          onRun={(rows, said) => {
            setPressed(undefined)
            bulk.run(pressed.action, rows, said)
          }}
          onClose={() => setPressed(undefined)}
        />
      )}
    </div>
  )
}

const WORKING = 'working'
const NOTHING = ''

/** What had the focus went with the bar that it stood in: the focus goes on at what stands there now, or in the list, unless it is somewhere else by now. */
function useFocusThatWent(shown: string, bars: RefObject<HTMLElement | null>, onGone: () => void) {
  const before = useRef(shown)
  useEffect(() => {
    const hasGone = before.current !== shown && before.current !== NOTHING && shown !== WORKING
    before.current = shown
    if (!hasGone || document.activeElement !== document.body) return
    if (shown === NOTHING) onGone()
    else bars.current?.querySelector<HTMLElement>('.bulk')?.focus()
    // Only when other bars are shown.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [shown])
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

/** Rows stay chosen when their group is folded, their window is out of sight or they have left the list: as they were last read. Nothing is gathered while nothing is chosen. */
function useChosen({ ids }: Selection): readonly AssignmentRow[] {
  const client = useQueryClient()
  const [seen, setSeen] = useState(UNSEEN)
  const windows = ids.size === 0 ? [] : client.getQueryCache().findAll({ queryKey: ['assignments', 'window'] })
  const readings = windows.map(({ state }) => ({
    readAt: state.dataUpdatedAt,
    items: (state.data as { items: AssignmentRow[] } | undefined)?.items ?? [],
  }))
  const items = latestRows([seen, ...readings], ids)
  if (items.length !== seen.items.length || items.some((row, at) => row !== seen.items[at]))
    setSeen({ readAt: Math.max(seen.readAt, ...readings.map(({ readAt }) => readAt)), items })
  return items
}

const UNSEEN: { readAt: number; items: readonly AssignmentRow[] } = { readAt: 0, items: [] }
