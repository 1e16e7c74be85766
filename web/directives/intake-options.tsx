import { useTranslation } from 'react-i18next'
import type { IntakeDraft } from '#web/directives/intake-draft.ts'
import { DateField } from '#web/ui/date-field.tsx'

export function IntakeOptions({ draft, onDraft }: { draft: IntakeDraft; onDraft: (draft: IntakeDraft) => void }) {
  const { t } = useTranslation('directives')
  return (
    <div className="ff">
      <DateField
        label={t('intake.receivedOn')}
        hint={t('intake.receivedHint')}
        value={draft.receivedOn}
        onChange={(receivedOn) => onDraft({ ...draft, receivedOn })}
      />
      <label className="row check">
        <input
          type="checkbox"
          className="cb"
          checked={draft.separateParts}
          onChange={(event) => onDraft({ ...draft, separateParts: event.target.checked })}
        />
        <span>{t('intake.separateParts')}</span>
      </label>
    </div>
  )
}
