import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { bulkApi } from '#core/tasks/bulk-api.ts'
import { call, newKey } from '#web/client.ts'
import { type BulkAction, type BulkArguments, commandsFor, countersFor } from '#web/bulk/bulk-actions.ts'
import { type BulkRun, goOn } from '#web/bulk/bulk-run.ts'

/**
 * Several commands given one portion after the other, their result, and the way back. A run that broke goes on with the same keys: what was
 * done although its answer was lost answers again. `onDone` is told which rows have an outcome.
 */
export function useBulk(onDone: (ids: readonly string[]) => void) {
  const client = useQueryClient()
  const [run, setRun] = useState<BulkRun>()
  const giving = useMutation({
    mutationFn: (begun: BulkRun) =>
      goOn(
        begun,
        async (commands, idempotencyKey) =>
          (await call(bulkApi.commandAssignments, { body: { commands }, idempotencyKey })).outcomes,
        (now) => {
          setRun(now)
          onDone(now.outcomes.map(({ id }) => id))
        },
      ),
    onSettled: () => {
      for (const key of ['assignments', 'assignment', 'tasks', 'duties'])
        void client.invalidateQueries({ queryKey: [key] })
    },
  })
  const begin = (of: Omit<BulkRun, 'key' | 'outcomes'>) => {
    const begun = { ...of, key: newKey(), outcomes: [] }
    setRun(begun)
    giving.mutate(begun)
  }
  return {
    progress: giving.isPending && run ? { done: run.outcomes.length, total: run.commands.length } : undefined,
    result: run,
    /** Why the run broke; it waits to go on. */
    error: giving.error,
    run: (action: BulkAction, rows: readonly AssignmentRow[], said: BulkArguments) =>
      begin({ action, rows, commands: commandsFor(action, rows, said), isUndo: false }),
    undo: ({ action, rows, outcomes }: BulkRun, reason: string) =>
      begin({ action, rows, commands: countersFor(outcomes, reason), isUndo: true }),
    goOn: () => run && giving.mutate(run),
    forget: () => {
      setRun(undefined)
      giving.reset()
    },
  }
}
