import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Deadline, lastDayOnTime } from '#core/tasks/deadline.ts'
import { lacksOf, NO_DEADLINE, type DeadlineDraft } from '#core/tasks/deadline-draft.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { settingsQuery } from '#web/settings/queries.ts'
import { DateField } from '#web/ui/date-field.tsx'
import { SelectField, TextField } from '#web/ui/field.tsx'

const KINDS = Deadline.shape.kind.options

/** The literal words of a deadline beside the day they mean, and the last day that follows by the office's reading. */
export function DeadlineFields({
  value,
  onChange,
  tried,
}: {
  value: DeadlineDraft | null
  onChange: (value: DeadlineDraft | null) => void
  tried: boolean
}) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const { data: settings } = useQuery(settingsQuery)
  const lacks = value === null ? { text: false, day: false } : lacksOf(value)
  const lastDay =
    value === null || !settings ? null : lastDayOnTime({ ...value, text: value.text || '-', iso: value.day }, settings)
  return (
    <fieldset className="w2 due-f">
      <legend className="vh">{t('field.due')}</legend>
      <label className="chk">
        <input
          type="checkbox"
          className="cb"
          checked={value !== null}
          onChange={(event) => onChange(event.target.checked ? NO_DEADLINE : null)}
        />
        {t('task.hasDeadline')}
      </label>
      {value === null ? null : (
        <div className="ff">
          <TextField
            label={t('task.deadlineText')}
            hint={t('task.deadlineTextHint')}
            value={value.text}
            maxLength={500}
            onChange={(event) => onChange({ ...value, text: event.target.value })}
            error={tried && lacks.text ? t('task.deadlineTextNeeded') : undefined}
          />
          <SelectField
            label={t('task.deadlineKind')}
            value={value.kind}
            onChange={(event) => onChange({ ...value, kind: Deadline.shape.kind.parse(event.target.value) })}
            options={KINDS.map((kind) => ({ value: kind, text: t(`deadline.kind.${kind}`) }))}
          />
          <DateField
            label={t('task.deadlineDay')}
            value={value.day}
            onChange={(day) => onChange({ ...value, day })}
            error={tried && lacks.day ? t('task.deadlineDayNeeded') : undefined}
            hint={lastDay === null ? undefined : t('task.deadlineBeforeHint', { day: format.day(lastDay) })}
          />
          {value.kind === 'by' ? (
            <label className="chk">
              <input
                type="checkbox"
                className="cb"
                checked={value.before}
                onChange={(event) => onChange({ ...value, before: event.target.checked })}
              />
              {t('task.deadlineBefore')}
            </label>
          ) : null}
        </div>
      )}
    </fieldset>
  )
}
