import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { starsApi } from '#core/tasks/stars-api.ts'
import { call } from '#web/client.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** Makes a task a priority of the leader's unit, or takes that back. */
export function StarButton({ taskId, starred, small = false }: { taskId: string; starred: boolean; small?: boolean }) {
  const { t } = useTranslation('home')
  const client = useQueryClient()
  const command = useMutation({
    mutationFn: () => call(starred ? starsApi.unstarTask : starsApi.starTask, { params: { id: taskId } }),
    onSuccess: async ({ stars, atMost }) => {
      showToast(t(starred ? 'stars.removed' : 'stars.added', { stars, most: atMost }))
      void client.invalidateQueries({ queryKey: ['assignments'] })
      await client.invalidateQueries({ queryKey: ['stars'] })
    },
  })
  const label = t(starred ? 'stars.remove' : 'stars.add')
  const press = () => command.mutate()
  return (
    <>
      {small ? (
        <IconButton icon="star" label={label} aria-pressed={starred} busy={command.isPending} onClick={press} />
      ) : (
        <Button icon="star" aria-pressed={starred} busy={command.isPending} onClick={press}>
          {label}
        </Button>
      )}
      <ProblemMessage error={command.error} />
    </>
  )
}
