import { useTranslation } from 'react-i18next'
import type { TargetDraft } from '#web/directives/proposal-draft.ts'
import { parseDecimal } from '#web/directives/proposal-draft.ts'
import { SelectField, TextArea, TextField } from '#web/ui/field.tsx'

const DIRECTIONS = ['increase', 'decrease', 'reach', 'maintain'] as const
const COMPARATORS = ['>=', '<=', '=', '>', '<'] as const

export function TargetForm({
  draft,
  onDraft,
  tried,
}: {
  draft: TargetDraft
  onDraft: (draft: TargetDraft) => void
  tried: boolean
}) {
  const { t } = useTranslation('directives')
  const { fields } = draft
  const change = (next: Partial<TargetDraft['fields']>) => onDraft({ ...draft, fields: { ...fields, ...next } })
  const wrong = (text: string, needed: boolean) =>
    ((needed && tried) || text.trim() !== '') && parseDecimal(text) === null && t('card.badNumber')
  const orNull = (text: string) => (text === '' ? null : text)
  return (
    <div className="ff">
      <TextArea
        wide
        label={t('field.indicator')}
        value={fields.indicator}
        onChange={(event) => change({ indicator: event.target.value })}
        error={tried && fields.indicator.trim() === '' && t('add.indicatorMissing')}
      />
      <SelectField
        label={t('field.direction')}
        value={fields.direction}
        onChange={(event) => change({ direction: DIRECTIONS.find((one) => one === event.target.value) ?? 'reach' })}
        options={DIRECTIONS.map((value) => ({ value, text: t(`direction.${value}`) }))}
      />
      <SelectField
        label={t('field.comparator')}
        value={fields.comparator ?? 'none'}
        onChange={(event) => change({ comparator: COMPARATORS.find((one) => one === event.target.value) ?? null })}
        options={(['none', ...COMPARATORS] as const).map((value) => ({ value, text: t(`comparatorName.${value}`) }))}
      />
      <div className="three w2">
        <TextField
          label={t('field.value')}
          inputMode="decimal"
          value={draft.value}
          onChange={(event) => onDraft({ ...draft, value: event.target.value })}
          error={wrong(draft.value, true)}
        />
        <TextField
          label={t('field.valueMax')}
          inputMode="decimal"
          value={draft.valueMax}
          onChange={(event) => onDraft({ ...draft, valueMax: event.target.value })}
          error={wrong(draft.valueMax, false)}
        />
        <TextField
          label={t('field.unit')}
          value={fields.unit ?? ''}
          onChange={(event) => change({ unit: orNull(event.target.value) })}
        />
      </div>
      <TextField
        label={t('field.baseline')}
        value={fields.baseline ?? ''}
        placeholder={t('card.notNamed')}
        onChange={(event) => change({ baseline: orNull(event.target.value) })}
      />
      <TextField
        label={t('field.due')}
        value={fields.due ?? ''}
        placeholder={t('card.notNamed')}
        onChange={(event) => change({ due: orNull(event.target.value) })}
      />
    </div>
  )
}
