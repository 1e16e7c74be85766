import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '#core/directives/proposal.ts'
import { wordsOf } from '#web/directives/marks.ts'
import { commitmentDraft, fanOutOf } from '#web/directives/proposal-draft.ts'
import type { Decisions } from '#web/directives/use-decisions.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useProblemText } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** Accepting all that is complete: each is listed with its reach first, and each gets its own result. */
export function BatchDialog({
  proposals,
  numbers,
  decisions,
  onClose,
}: {
  proposals: Proposal[]
  numbers: ReadonlyMap<string, number>
  decisions: Decisions
  onClose: () => void
}) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const textOf = useProblemText()
  const [listed] = useState(proposals)
  const [results, setResults] = useState<ReadonlyMap<string, unknown>>(new Map())
  const [running, setRunning] = useState(false)

  async function run(): Promise<void> {
    setRunning(true)
    const outcome = new Map<string, unknown>()
    for (const proposal of listed) {
      // One after the other: each accept takes the next number of its task.
      // oxlint-disable-next-line no-await-in-loop
      const error: unknown = await decisions.accept.mutateAsync(proposal).then(
        () => null,
        (reason: unknown) => reason,
      )
      outcome.set(proposal.id, error)
      setResults(new Map(outcome))
    }
    setRunning(false)
    const failed = [...outcome.values()].filter((error) => error !== null).length
    showToast(t('reach.batchResult', { done: number(outcome.size - failed), failed: number(failed) }))
    if (failed === 0) onClose()
  }

  return (
    <Dialog
      wide
      title={t('reach.title')}
      onClose={onClose}
      actions={
        results.size === 0 && (
          <Button look="primary" icon="check" busy={running} onClick={() => void run()}>
            {t('reach.batchConfirm', { count: listed.length, n: number(listed.length) })}
          </Button>
        )
      }
    >
      <p className="ink2">{t('reach.batch', { count: listed.length, n: number(listed.length) })}</p>
      <ol className="batch">
        {listed.map((proposal) => {
          const result = results.get(proposal.id)
          return (
            <li key={proposal.id}>
              <span className="no">{numbers.get(proposal.id)}</span>
              <span className="grow">{wordsOf(proposal)}</span>
              <span className={result ? 'c-over' : 'ink2'}>
                {results.has(proposal.id) ? result ? textOf(result) : t('card.accepted') : <Reach of={proposal} />}
              </span>
            </li>
          )
        })}
      </ol>
    </Dialog>
  )
}

function Reach({ of }: { of: Proposal }) {
  const { t } = useTranslation('directives')
  if (of.kind === 'target') return t('kind.target')
  return t('task.drafts', { count: fanOutOf(commitmentDraft(of).leads) })
}
