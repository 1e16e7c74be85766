import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { type Assignment } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { isDueLater } from '#core/tasks/deadline.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'
import { call, newKey } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { ActionForm } from '#web/tasks/action-form.tsx'
import { FanOut } from '#web/tasks/fan-out.tsx'
import { assignmentQuery, takeTask } from '#web/tasks/queries.ts'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** A child task for units below the holder, due no later than its own; drafted first, given on the task's page. */
export function CascadeForm({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [action, setAction] = useState(assignment.action)
  const [deliverable, setDeliverable] = useState('')
  const [leads, setLeads] = useState<NamedAddressee[]>([])
  const [dueOn, setDueOn] = useState<PlainDate | null>(assignment.dueOn)
  const [tried, setTried] = useState(false)
  const key = useRef(newKey())
  const command = useMutation({
    mutationFn: () =>
      call(tasksApi.cascade, {
        params: { id: assignment.id },
        idempotencyKey: key.current,
        body: {
          action: action.trim(),
          deliverable: deliverable.trim() === '' ? null : deliverable.trim(),
          dueOn,
          leads: leads.map(({ kind, id, below }) => ({ kind, id, ...(below === undefined ? {} : { below }) })),
          cooperating: [],
          monitorId: null,
        },
      }),
    onSuccess: (task) => {
      takeTask(client, task)
      void client.invalidateQueries({ queryKey: assignmentQuery(assignment.id).queryKey })
      showToast(t('form.done.cascade'))
      onClose()
      void navigate({ to: '/tasks/$id', params: { id: task.id } })
    },
    onError: () => {
      // A corrected form is a new intention.
      key.current = newKey()
    },
  })
  const isLate = isDueLater(dueOn, assignment.dueOn)
  const dueText = assignment.dueOn === null ? '' : format.day(assignment.dueOn)
  return (
    <ActionForm
      action="cascade"
      assignment={assignment}
      text={t('form.cascadeText')}
      problem={command.error}
      busy={command.isPending}
      onClose={onClose}
      check={() => {
        setTried(true)
        return action.trim() !== '' && leads.length > 0 && !isLate
      }}
      onSubmit={() => command.mutate()}
    >
      <TextArea
        label={t('form.cascadeAction')}
        value={action}
        rows={2}
        required
        maxLength={10_000}
        onChange={(event) => setAction(event.target.value)}
        error={tried && action.trim() === '' ? t('form.actionNeeded') : undefined}
      />
      <AddresseePicker
        label={t('form.cascadeUnits')}
        value={leads}
        onChange={setLeads}
        kinds={['unit', 'group']}
        below={assignment.lead.id}
        error={tried && leads.length === 0 ? t('form.cascadeUnitsNeeded') : undefined}
      />
      <FanOut addressees={leads} />
      <div className="ff">
        <DateField
          label={t('form.cascadeDue')}
          value={dueOn}
          onChange={setDueOn}
          hint={dueText === '' ? undefined : t('form.cascadeDueHint', { due: dueText })}
          error={
            tried && isLate
              ? dueOn === null
                ? t('form.cascadeDueNeeded')
                : t('form.cascadeDueLate', { due: dueText })
              : undefined
          }
        />
        <TextArea
          label={t('field.deliverable')}
          value={deliverable}
          maxLength={2000}
          onChange={(event) => setDeliverable(event.target.value)}
        />
      </div>
    </ActionForm>
  )
}
