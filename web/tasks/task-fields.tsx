import { useTranslation } from 'react-i18next'
import { lacksOf, type DeadlineDraft } from '#core/tasks/deadline-draft.ts'
import type { ReportingRule } from '#core/tasks/reporting.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'
import { DeadlineFields } from '#web/tasks/deadline-fields.tsx'
import { FanOut } from '#web/tasks/fan-out.tsx'
import { ReportingFields } from '#web/tasks/reporting-fields.tsx'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'
import { TextArea } from '#web/ui/field.tsx'

export interface TaskDraft {
  action: string
  deliverable: string
  deadline: DeadlineDraft | null
  leads: NamedAddressee[]
  cooperating: NamedAddressee[]
  monitor: NamedAddressee[]
  /** Undefined while the days cannot be read. */
  reporting: ReportingRule | null | undefined
}

export const EMPTY_DRAFT: TaskDraft = {
  action: '',
  deliverable: '',
  deadline: null,
  leads: [],
  cooperating: [],
  monitor: [],
  reporting: null,
}

export function isComplete(draft: TaskDraft): boolean {
  const lacks = draft.deadline === null ? { text: false, day: false } : lacksOf(draft.deadline)
  const isRead = !lacks.text && !lacks.day && draft.reporting !== undefined
  return draft.action.trim() !== '' && draft.leads.length > 0 && isRead
}

/** Whom the draft names, in the shape of the API. */
export function choiceOf(draft: TaskDraft) {
  const bare = ({ kind, id }: NamedAddressee) => ({ kind, id })
  return {
    leads: draft.leads.map(bare),
    cooperating: draft.cooperating.map(bare),
    monitorId: draft.monitor[0]?.id ?? null,
  }
}

/** What a task says and whom it goes to, with a preview of whom it reaches. */
export function TaskFields({
  value,
  onChange,
  tried,
}: {
  value: TaskDraft
  onChange: (value: TaskDraft) => void
  tried: boolean
}) {
  const { t } = useTranslation('tasks')
  const set = (change: Partial<TaskDraft>) => onChange({ ...value, ...change })
  return (
    <div className="ff">
      <TextArea
        wide
        label={t('field.action')}
        value={value.action}
        rows={2}
        required
        maxLength={10_000}
        onChange={(event) => set({ action: event.target.value })}
        error={tried && value.action.trim() === '' ? t('form.actionNeeded') : undefined}
      />
      <TextArea
        wide
        label={t('field.deliverable')}
        value={value.deliverable}
        maxLength={2000}
        onChange={(event) => set({ deliverable: event.target.value })}
      />
      <DeadlineFields value={value.deadline} onChange={(deadline) => set({ deadline })} tried={tried} />
      <div className="w2">
        <AddresseePicker
          label={t('task.leads')}
          value={value.leads}
          onChange={(leads) => set({ leads })}
          hint={t('task.leadsHint')}
          error={tried && value.leads.length === 0 ? t('task.leadsNeeded') : undefined}
        />
        <FanOut addressees={value.leads} />
      </div>
      <AddresseePicker
        label={t('task.cooperating')}
        value={value.cooperating}
        onChange={(cooperating) => set({ cooperating })}
        kinds={['unit', 'group']}
      />
      <AddresseePicker
        label={t('task.monitor')}
        value={value.monitor}
        onChange={(monitor) => set({ monitor })}
        kinds={['unit']}
        single
      />
      <ReportingFields value={value.reporting} onChange={(reporting) => set({ reporting })} tried={tried} />
    </div>
  )
}
