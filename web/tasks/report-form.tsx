import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileRef } from '#core/files/api.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { type Assignment } from '#core/tasks/answers.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { call } from '#web/client.ts'
import { ActionForm } from '#web/tasks/action-form.tsx'
import { EvidenceField } from '#web/tasks/evidence-field.tsx'
import { useAssignmentCommand } from '#web/tasks/use-assignment-command.ts'
import { useToday } from '#web/tasks/use-today.ts'
import { DateField } from '#web/ui/date-field.tsx'
import { TextArea, TextField } from '#web/ui/field.tsx'

/** Progress and completion: words, a percentage where it can be measured, and the files behind them. */
export function ReportForm({
  assignment,
  action,
  onClose,
}: {
  assignment: Assignment
  action: 'report' | 'report_complete'
  onClose: () => void
}) {
  const { t } = useTranslation('tasks')
  const today = useToday()
  const [text, setText] = useState('')
  const [percent, setPercent] = useState(action === 'report_complete' ? '100' : '')
  const [files, setFiles] = useState<readonly FileRef[]>([])
  const [reportedOn, setReportedOn] = useState<PlainDate | null>(today)
  const [tried, setTried] = useState(false)
  const command = useAssignmentCommand(assignment, action, onClose)
  const percentIsWrong = percent !== '' && !/^(100|\d{1,2})$/.test(percent)
  const isExternal = assignment.lead.external
  return (
    <ActionForm
      action={action}
      assignment={assignment}
      text={action === 'report_complete' ? t('form.completeText', { unit: assignment.issuedBy.name }) : undefined}
      problem={command.error}
      busy={command.isPending}
      onClose={onClose}
      check={() => {
        setTried(true)
        return text.trim() !== '' && !percentIsWrong
      }}
      onSubmit={() =>
        command.mutate((at) =>
          call(action === 'report' ? tasksApi.reportProgress : tasksApi.reportComplete, {
            ...at,
            body: {
              text: text.trim(),
              percent: percent === '' ? null : Number(percent),
              evidence: files.map((file) => file.id),
              ...(isExternal && reportedOn !== null ? { reportedOn } : {}),
            },
          }),
        )
      }
    >
      <TextArea
        label={t('form.text')}
        hint={t('form.textHint')}
        value={text}
        rows={3}
        required
        maxLength={10_000}
        onChange={(event) => setText(event.target.value)}
        error={tried && text.trim() === '' ? t('form.textNeeded') : undefined}
      />
      <div className="ff">
        <TextField
          label={t('form.percent')}
          hint={t('form.percentHint')}
          value={percent}
          inputMode="numeric"
          onChange={(event) => setPercent(event.target.value.trim())}
          error={tried && percentIsWrong ? t('form.percentWrong') : undefined}
        />
        {isExternal ? (
          <DateField
            label={t('form.reportedOn')}
            hint={t('form.reportedOnHint', { unit: assignment.lead.shortName })}
            value={reportedOn}
            onChange={setReportedOn}
          />
        ) : null}
      </div>
      <EvidenceField files={files} onChange={setFiles} />
    </ActionForm>
  )
}
