import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assignment } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'
import { call } from '#web/client.ts'
import { ActionForm } from '#web/tasks/action-form.tsx'
import { useAssignmentCommand } from '#web/tasks/use-assignment-command.ts'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'
import { TextArea } from '#web/ui/field.tsx'

/** What one lead returned is given to another. */
export function ReassignForm({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const { t } = useTranslation('tasks')
  const [lead, setLead] = useState<NamedAddressee[]>([])
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const command = useAssignmentCommand(assignment, 'reassign', onClose)
  const [chosen] = lead
  return (
    <ActionForm
      action="reassign"
      assignment={assignment}
      text={t('form.reassignText', { unit: assignment.lead.name })}
      problem={command.error}
      busy={command.isPending}
      onClose={onClose}
      check={() => {
        setTried(true)
        return chosen !== undefined && reason.trim() !== ''
      }}
      onSubmit={() => {
        if (chosen === undefined || chosen.kind === 'group') return
        const body = { lead: { kind: chosen.kind, id: chosen.id }, reason: reason.trim() }
        command.mutate((at) => call(tasksApi.reassign, { ...at, body }))
      }}
    >
      <AddresseePicker
        label={t('form.reassignLead')}
        value={lead}
        onChange={setLead}
        kinds={['unit', 'external']}
        single
        error={tried && chosen === undefined ? t('form.leadNeeded') : undefined}
      />
      <TextArea
        label={t('form.reason')}
        value={reason}
        rows={2}
        required
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
        error={tried && reason.trim() === '' ? t('form.reasonNeeded') : undefined}
      />
    </ActionForm>
  )
}
