import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { BulkCommand, BulkOutcome } from '#core/tasks/bulk.ts'
import { bulkApi } from '#core/tasks/bulk-api.ts'
import { call } from '#web/client.ts'
import { type BulkAction, type BulkArguments, commandsFor, countersFor } from '#web/bulk/bulk-actions.ts'

/** So many in one call: the bar says how far it is, and nobody else waits long for the rows. */
const AT_ONCE = 50

export interface BulkResult {
  action: BulkAction
  rows: readonly AssignmentRow[]
  outcomes: readonly BulkOutcome[]
  /** It took back what had been done. */
  isUndo: boolean
}

/** Several commands given one portion after the other, their result, and the way back. */
export function useBulk(onDone: () => void) {
  const client = useQueryClient()
  const [progress, setProgress] = useState<{ done: number; total: number }>()
  const [result, setResult] = useState<BulkResult>()
  const mutation = useMutation({
    mutationFn: async ({ commands, ...of }: Omit<BulkResult, 'outcomes'> & { commands: BulkCommand[] }) => {
      const outcomes: BulkOutcome[] = []
      try {
        for (let from = 0; from < commands.length; from += AT_ONCE) {
          setProgress({ done: from, total: commands.length })
          const portion = commands.slice(from, from + AT_ONCE)
          outcomes.push(...(await call(bulkApi.commandAssignments, { body: { commands: portion } })).outcomes)
          // What was done is shown, also where the way to the server breaks before the end.
          setResult({ ...of, outcomes: [...outcomes] })
        }
      } finally {
        setProgress(undefined)
        for (const key of ['assignments', 'assignment', 'tasks', 'duties'])
          void client.invalidateQueries({ queryKey: [key] })
      }
    },
    onSuccess: onDone,
  })
  return {
    progress,
    result,
    error: mutation.error,
    isBusy: mutation.isPending,
    run: (action: BulkAction, rows: readonly AssignmentRow[], said: BulkArguments) =>
      mutation.mutateAsync({ action, rows, isUndo: false, commands: commandsFor(action, rows, said) }),
    undo: (of: BulkResult, reason: string) =>
      mutation.mutate({ action: of.action, rows: of.rows, isUndo: true, commands: countersFor(of.outcomes, reason) }),
    forget: () => {
      setResult(undefined)
      mutation.reset()
    },
  }
}
