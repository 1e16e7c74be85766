import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assignment } from '#core/tasks/answers.ts'
import { Problem } from '#web/client.ts'
import { assignmentQuery, takeAssignment } from '#web/tasks/queries.ts'
import { showToast } from '#web/ui/toast.tsx'

/** What the forms of this page can do; the others are not offered by the API one by one. */
export type FormAction =
  | 'accept'
  | 'return'
  | 'assign_handler'
  | 'report'
  | 'report_complete'
  | 'confirm'
  | 'send_back'
  | 'revise'
  | 'reassign'
  | 'withdraw'
  | 'cascade'
  | 'set_cooperating'
  | 'supersede'
  | 'merge'

interface At {
  params: { id: string }
  version: number
}

/**
 * One command on an assignment with the version that its form was opened on: the page is read again whenever something changes, the form is
 * not. Where somebody else was faster this is said, the new version is read, and what was typed stays, to be compared and sent again.
 */
export function useAssignmentCommand(assignment: Assignment, action: FormAction, onDone: () => void) {
  const client = useQueryClient()
  const { t } = useTranslation(['tasks', 'assignment'])
  const [version, setVersion] = useState(assignment.version)
  return useMutation({
    mutationFn: (run: (at: At) => Promise<Assignment>) => run({ params: { id: assignment.id }, version }),
    onSuccess: (answer) => {
      takeAssignment(client, answer)
      showToast(isCorrection(action) ? t(`assignment:correct.done.${action}`) : t(`form.done.${action}`))
      onDone()
    },
    onError: async (error) => {
      if (isStale(error))
        setVersion((await client.fetchQuery({ ...assignmentQuery(assignment.id), staleTime: 0 })).version)
    },
  })
}

export function isStale(error: unknown): boolean {
  return error instanceof Problem && error.status === 412
}

function isCorrection(action: FormAction): action is 'revise' | 'set_cooperating' | 'supersede' | 'merge' {
  return action === 'revise' || action === 'set_cooperating' || action === 'supersede' || action === 'merge'
}
