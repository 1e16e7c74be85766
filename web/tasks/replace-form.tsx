import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assignment } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { call } from '#web/client.ts'
import { ActionForm } from '#web/tasks/action-form.tsx'
import { StateText } from '#web/tasks/state-text.tsx'
import { useAssignmentCommand } from '#web/tasks/use-assignment-command.ts'
import { TextArea, TextField } from '#web/ui/field.tsx'
import { useSettled } from '#web/ui/use-settled.ts'

const FOUND_AT_MOST = 8

/** An assignment ends because another takes its place, or because its work goes on in another. */
export function ReplaceForm({
  assignment,
  action,
  onClose,
}: {
  assignment: Assignment
  action: 'supersede' | 'merge'
  onClose: () => void
}) {
  const { t } = useTranslation(['tasks', 'assignment'])
  const [q, setQ] = useState('')
  const [other, setOther] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const words = useSettled(q.trim())
  const { data, isFetching } = useQuery({
    queryKey: ['assignments', 'to-choose', words, assignment.taskId],
    queryFn: ({ signal }) =>
      call(tasksApi.listAssignments, {
        query: {
          ...(words === '' ? { task: assignment.taskId } : { q: words }),
          limit: FOUND_AT_MOST + 1,
          counts: 'page',
        },
        signal,
      }),
  })
  const found = (data?.items ?? []).filter(({ id }) => id !== assignment.id).slice(0, FOUND_AT_MOST)
  const command = useAssignmentCommand(assignment, action, onClose)
  return (
    <ActionForm
      action={action}
      assignment={assignment}
      text={t(action === 'supersede' ? 'assignment:correct.supersedeText' : 'assignment:correct.mergeText')}
      problem={command.error}
      busy={command.isPending}
      onClose={onClose}
      check={() => {
        setTried(true)
        return other !== null && reason.trim() !== ''
      }}
      onSubmit={() => {
        if (other === null) return
        const why = reason.trim()
        command.mutate((at) =>
          action === 'supersede'
            ? call(tasksApi.supersede, { ...at, body: { byAssignmentId: other, reason: why } })
            : call(tasksApi.merge, { ...at, body: { intoAssignmentId: other, reason: why } }),
        )
      }}
    >
      <TextField
        label={t('assignment:correct.other')}
        hint={t('assignment:correct.otherHint')}
        value={q}
        maxLength={200}
        onChange={(event) => {
          setQ(event.target.value)
          setOther(null)
        }}
        error={tried && other === null ? t('assignment:correct.otherNeeded') : undefined}
      />
      <fieldset className="pick-one">
        <legend className="vh">{t('assignment:correct.other')}</legend>
        {found.map((row) => (
          <label key={row.id}>
            <input type="radio" name="other" checked={other === row.id} onChange={() => setOther(row.id)} />
            <span className="cd">{row.code}</span>
            <span>
              {row.action} <span className="mut">{row.lead.shortName}, </span>
              <span className="mut">
                <StateText row={row} />
              </span>
            </span>
          </label>
        ))}
        {found.length === 0 && !isFetching ? <p className="mut">{t('assignment:correct.otherNone')}</p> : null}
      </fieldset>
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
