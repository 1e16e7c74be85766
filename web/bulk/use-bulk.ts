import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { BulkCommand, BulkOutcome } from '#core/tasks/bulk.ts'
import { bulkApi } from '#core/tasks/bulk-api.ts'
import { call } from '#web/client.ts'
import { type BulkAction, type BulkArguments, commandsFor, countersFor } from '#web/bulk/bulk-actions.ts'
import { type BulkResult, continued, giveInPortions, withoutTakenBack } from '#web/bulk/bulk-run.ts'

/** Several commands given one portion after the other, their result, and the way back. `onDone` is told which rows have an outcome. */
export function useBulk(onDone: (ids: readonly string[]) => void) {
  const client = useQueryClient()
  const [progress, setProgress] = useState<{ done: number; total: number }>()
  const [result, setResult] = useState<BulkResult>()
  const give = async (commands: readonly BulkCommand[], tell: (outcomes: readonly BulkOutcome[]) => void) => {
    setProgress({ done: 0, total: commands.length })
    try {
      await giveInPortions(
        commands,
        async (portion) => (await call(bulkApi.commandAssignments, { body: { commands: portion } })).outcomes,
        (outcomes) => {
          setProgress({ done: outcomes.length, total: commands.length })
          onDone(outcomes.map(({ id }) => id))
          tell(outcomes)
        },
      )
    } finally {
      setProgress(undefined)
      for (const key of ['assignments', 'assignment', 'tasks', 'duties'])
        void client.invalidateQueries({ queryKey: [key] })
    }
  }
  const run = useMutation({
    mutationFn: ({ commands, before, ...of }: Omit<BulkResult, 'outcomes' | 'isUndo'> & Given) =>
      give(commands, (outcomes) => setResult(continued(before, { ...of, isUndo: false, outcomes }))),
  })
  const undo = useMutation({
    mutationFn: async ({ of, commands }: { of: BulkResult; commands: BulkCommand[] }) => {
      let taken: readonly BulkOutcome[] = []
      try {
        await give(commands, (outcomes) => {
          taken = outcomes
          setResult({ ...of, isUndo: true, outcomes })
        })
      } catch (error) {
        setResult(withoutTakenBack(of, taken))
        throw error
      }
    },
  })
  const forget = () => {
    setResult(undefined)
    run.reset()
    undo.reset()
  }
  return {
    progress,
    result,
    error: run.error ?? undo.error,
    run: (action: BulkAction, rows: readonly AssignmentRow[], said: BulkArguments) => {
      // What broke half-way and is pressed again goes on; anything else begins anew.
      const before = run.error === null || result?.action !== action ? undefined : result
      if (before === undefined) forget()
      else undo.reset()
      run.mutate({ action, rows, commands: commandsFor(action, rows, said), before })
    },
    undo: (of: BulkResult, reason: string) => {
      run.reset()
      undo.mutate({ of, commands: countersFor(of.outcomes, reason) })
    },
    forget,
  }
}

interface Given {
  commands: BulkCommand[]
  before: BulkResult | undefined
}
