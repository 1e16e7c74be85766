import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assignment } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { call } from '#web/client.ts'
import { ActionForm } from '#web/tasks/action-form.tsx'
import { handlersQuery } from '#web/tasks/queries.ts'
import { useAssignmentCommand } from '#web/tasks/use-assignment-command.ts'
import { SelectField } from '#web/ui/field.tsx'

export function HandlerForm({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const { t } = useTranslation('tasks')
  const [personId, setPersonId] = useState<string>(assignment.handler?.id ?? '')
  const { data, error } = useQuery(handlersQuery(assignment.id))
  const command = useAssignmentCommand(assignment, 'assign_handler', onClose)
  const people = data?.items ?? (assignment.handler ? [assignment.handler] : [])
  return (
    <ActionForm
      action="assign_handler"
      assignment={assignment}
      text={t('form.handlerText')}
      problem={command.error ?? error}
      busy={command.isPending}
      onClose={onClose}
      onSubmit={() =>
        command.mutate((at) =>
          call(tasksApi.assignHandler, { ...at, body: { personId: personId === '' ? null : personId } }),
        )
      }
    >
      <SelectField
        label={t('form.handler')}
        value={personId}
        onChange={(event) => setPersonId(event.target.value)}
        options={[
          { value: '', text: t('form.handlerNone') },
          ...people.map((person) => ({
            value: person.id as string,
            text: person.position === '' ? person.name : `${person.name}, ${person.position}`,
          })),
        ]}
      />
    </ActionForm>
  )
}
