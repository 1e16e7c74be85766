import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '#core/imports/import.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import type { ImportDraft } from '#web/imports/import-draft.ts'
import { SelectField } from '#web/ui/field.tsx'

/** Which sheet, and where its head stands. Another table has other columns: what was said about them is asked anew. */
export function ImportSetup({
  preview,
  draft,
  onDraft,
}: {
  preview: ImportPreview
  draft: ImportDraft
  onDraft: (draft: ImportDraft) => void
}) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const { mapping: _, headerRow: _row, ...rest } = draft
  const heads = preview.rows.slice(0, 40).filter(({ cells }) => cells.some((cell) => cell !== ''))
  return (
    <div className="imp-setup">
      <SelectField
        label={t('setup.sheet')}
        value={preview.sheet}
        onChange={(event) => onDraft({ ...rest, sheet: event.target.value })}
        options={preview.sheets.map(({ name, rows }) => ({
          value: name,
          text: t('setup.sheetOf', { name, n: number(rows) }),
        }))}
      />
      <SelectField
        label={t('setup.header')}
        value={String(preview.headerRow)}
        onChange={(event) => onDraft({ ...rest, sheet: preview.sheet, headerRow: Number(event.target.value) })}
        options={heads.map(({ row, cells }) => ({ value: String(row), text: `${row}: ${wordsOf(cells)}` }))}
      />
      {draft.kind === 'tasks' && (
        <label className="chk imp-done">
          <input
            type="checkbox"
            className="cb"
            checked={draft.includeDone}
            onChange={(event) => onDraft({ ...draft, includeDone: event.target.checked })}
          />
          {t('setup.includeDone')}
        </label>
      )}
      {(draft.includeHidden || preview.counts.hidden > 0) && (
        <label className="chk imp-done">
          <input
            type="checkbox"
            className="cb"
            checked={draft.includeHidden}
            onChange={(event) => onDraft({ ...draft, includeHidden: event.target.checked })}
          />
          {t('setup.includeHidden')}
        </label>
      )}
    </div>
  )
}

function wordsOf(cells: readonly string[]): string {
  const words = [...new Set(cells.filter((cell) => cell !== ''))].join(' · ')
  return words.length > 60 ? `${words.slice(0, 59)}…` : words
}
