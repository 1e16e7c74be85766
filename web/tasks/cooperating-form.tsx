import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assignment } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'
import { call } from '#web/client.ts'
import { ActionForm } from '#web/tasks/action-form.tsx'
import { useAssignmentCommand } from '#web/tasks/use-assignment-command.ts'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'

/** Who takes part beside the lead: the whole list, as it shall be. */
export function CooperatingForm({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const { t } = useTranslation('assignment')
  const [units, setUnits] = useState<NamedAddressee[]>(() =>
    assignment.cooperating.map(({ id, name }) => ({ kind: 'unit', id, name, count: 1 })),
  )
  const command = useAssignmentCommand(assignment, 'set_cooperating', onClose)
  return (
    <ActionForm
      action="set_cooperating"
      assignment={assignment}
      text={t('correct.cooperatingText')}
      problem={command.error}
      busy={command.isPending}
      onClose={onClose}
      onSubmit={() =>
        command.mutate((at) => call(tasksApi.setCooperating, { ...at, body: { unitIds: units.map(({ id }) => id) } }))
      }
    >
      <AddresseePicker label={t('correct.cooperating')} value={units} onChange={setUnits} kinds={['unit']} />
    </ActionForm>
  )
}
