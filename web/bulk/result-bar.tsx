import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/use-format.ts'
import { countersFor, REFUSALS, refusalOf } from '#web/bulk/bulk-actions.ts'
import type { BulkRun } from '#web/bulk/bulk-run.ts'
import type { useBulk } from '#web/bulk/use-bulk.ts'
import { Problem } from '#web/client.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { ProblemMessage, useProblemText } from '#web/ui/problem-message.tsx'

const UNDO_MS = 10_000

/** "2 xong, 1 không đủ quyền": openable row by row, to be taken back for ten seconds here and afterwards from the rows. */
export function ResultBar({ bulk }: { bulk: ReturnType<typeof useBulk> }) {
  const { t } = useTranslation('views')
  const { result } = bulk
  const [isOpen, setOpen] = useState(false)
  const undoable = result && !result.isUndo ? countersFor(result.outcomes, 'x').length : 0
  const bar = useRef<HTMLOutputElement>(null)
  const undoButton = useRef<HTMLButtonElement>(null)
  // The focus stays in the bar when its button goes.
  const isFresh = useFresh(result, () => document.activeElement === undoButton.current && bar.current?.focus())
  const undo = useUndo(bulk)
  return (
    <>
      <output ref={bar} className="bulk" aria-live="polite" tabIndex={-1}>
        {result && (result.outcomes.length > 0 || !bulk.error) ? (
          <>
            <ResultWords result={result} />
            <Button small onClick={() => setOpen(true)}>
              {t('bulk.show')}
            </Button>
            {undoable > 0 && isFresh && !bulk.error ? (
              <Button ref={undoButton} small look="primary" icon="undo" onClick={undo}>
                {t('bulk.undo')}
              </Button>
            ) : null}
          </>
        ) : null}
        <ProblemMessage error={bulk.error} onRetry={bulk.goOn} />
        <span className="grow" />
        <IconButton small icon="x" label={t('bulk.close')} onClick={bulk.forget} />
      </output>
      {isOpen && result ? (
        <ResultDialog
          result={result}
          onUndo={
            undoable > 0 && !bulk.error
              ? () => {
                  setOpen(false)
                  undo()
                }
              : undefined
          }
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

function ResultWords({ result }: { result: BulkRun }) {
  const { t } = useTranslation('views')
  const done = result.outcomes.filter((outcome) => outcome.done).length
  const refused = REFUSALS.flatMap((kind) => {
    const count = result.outcomes.filter(({ problem }) => problem !== null && refusalOf(problem.code) === kind).length
    return count === 0 ? [] : [t(`bulk.refused.${kind}`, { count })]
  })
  const action = t(`bulk.action.${result.action}`)
  const words = [t('bulk.done', { count: done }), ...refused].join(', ')
  return <b>{t(result.isUndo ? 'bulk.undone' : 'bulk.result', { action, result: words })}</b>
}

function ResultDialog({
  result,
  onUndo,
  onClose,
}: {
  result: BulkRun
  onUndo: (() => void) | undefined
  onClose: () => void
}) {
  const { t } = useTranslation(['views', 'tasks'])
  const textOf = useProblemText()
  const rows = new Map(result.rows.map((row) => [row.id as string, row]))
  // What was refused first: that is what is still to be looked after.
  const outcomes = result.outcomes.toSorted((a, b) => Number(a.done) - Number(b.done))
  return (
    <Dialog
      title={t('bulk.resultTitle')}
      onClose={onClose}
      wide
      actions={
        onUndo ? (
          <Button icon="undo" onClick={onUndo}>
            {t('bulk.undo')}
          </Button>
        ) : (
          <span className="mut">{result.isUndo ? '' : t('bulk.noUndo')}</span>
        )
      }
    >
      <ResultWords result={result} />
      <table className="bk-t">
        <thead>
          <tr>
            <th scope="col">{t('tasks:field.code')}</th>
            <th scope="col">{t('tasks:field.action')}</th>
            <th scope="col">{t('tasks:field.lead')}</th>
            <th scope="col">{t('bulk.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => {
            const row = rows.get(outcome.id)
            const { code = '', ...facts } = outcome.problem ?? {}
            return (
              <tr key={outcome.id}>
                <td className="nar">{row?.code}</td>
                <td>{row?.action}</td>
                <td>{row?.lead.shortName}</td>
                <td>
                  <span className={`bk-o ${outcome.done ? 'c-ok' : 'c-over'}`}>
                    <Icon name={outcome.done ? 'check' : 'warn'} />
                    {outcome.done ? t('bulk.rowDone') : textOf(new Problem(String(code), 409, facts))}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Dialog>
  )
}

function useUndo(bulk: ReturnType<typeof useBulk>): () => void {
  const { t } = useTranslation('views')
  const format = useFormat()
  return () => {
    const at = format.instant(Temporal.Now.instant().toString())
    if (bulk.result) bulk.undo(bulk.result, t('bulk.undoReason', { at }))
  }
}

/** For ten seconds after the result has come. */
function useFresh(result: BulkRun | undefined, onOld: () => void): boolean {
  const [old, setOld] = useState<BulkRun>()
  useEffect(() => {
    if (!result) return undefined
    const timer = setTimeout(() => {
      onOld()
      setOld(result)
    }, UNDO_MS)
    return () => clearTimeout(timer)
    // Only when there is another result.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [result])
  return result !== undefined && result !== old
}
