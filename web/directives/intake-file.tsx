import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { EXTENSIONS, faultOf } from '#web/directives/intake-draft.ts'
import type { IntakeDraft } from '#web/directives/intake-draft.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'

/** The file to be registered: choose it, or see which one was dropped and what is wrong with it. */
export function IntakeFile({
  draft,
  onDraft,
  onSeveral,
}: {
  draft: IntakeDraft
  onDraft: (draft: IntakeDraft) => void
  onSeveral: (files: File[]) => void
}) {
  const { t } = useTranslation('directives')
  const { bytes } = useFormat()
  const id = useId()
  const { file } = draft
  const fault = file && faultOf(file)
  return (
    <>
      <div className="row wrap">
        <label className="btn filepick" htmlFor={id}>
          <Icon name="up" />
          {t('intake.choose')}
        </label>
        <input
          id={id}
          type="file"
          className="vh"
          multiple
          accept={EXTENSIONS.join(',')}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])]
            event.target.value = ''
            if (chosen.length > 1) onSeveral(chosen)
            else if (chosen[0]) onDraft({ ...draft, file: chosen[0] })
          }}
        />
        {!file && <span className="mut">{t('intake.kinds')}</span>}
        {file && (
          <>
            <span>{t('intake.chosen', { name: file.name, size: bytes(file.size) })}</span>
            <Button look="ghost" small icon="x" onClick={() => onDraft({ ...draft, file: null })}>
              {t('intake.drop_remove')}
            </Button>
          </>
        )}
      </div>
      {file && fault && (
        <p className="nt over" role="alert">
          <Icon name="warn" />
          <span>{t(`intake.${fault}`, { name: file.name, size: bytes(file.size) })}</span>
        </p>
      )}
    </>
  )
}
