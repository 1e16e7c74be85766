import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { importsApi } from '#core/imports/api.ts'
import type { ImportKind } from '#core/imports/column-role.ts'
import { addressOf } from '#web/client.ts'
import { Icon } from '#web/ui/icon.tsx'

/** What is taken over, from which file; templates to begin with. */
export function ImportFile({
  kind,
  kinds,
  onKind,
  fileName,
  onFile,
}: {
  kind: ImportKind
  /** Those that the user may enter by hand. */
  kinds: readonly ImportKind[]
  onKind: (kind: ImportKind) => void
  fileName: string | null
  onFile: (file: File) => void
}) {
  const { t } = useTranslation('imports')
  const id = useId()
  return (
    <section className="sec" aria-label={t('file.title')}>
      <div className="imp-file">
        <fieldset className="imp-kind">
          <legend className="vh">{t('file.kind')}</legend>
          {kinds.map((one) => (
            <label key={one} className="chk">
              <input type="radio" name="kind" checked={one === kind} onChange={() => onKind(one)} />
              {t(`kind.${one}`)}
            </label>
          ))}
        </fieldset>
        <label className={`btn filepick${fileName === null ? ' pri' : ''}`} htmlFor={id}>
          <Icon name="up" />
          {t(fileName === null ? 'file.choose' : 'file.another')}
        </label>
        <input
          id={id}
          type="file"
          className="vh"
          accept=".xlsx"
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            if (chosen) onFile(chosen)
            event.target.value = ''
          }}
        />
        <a className="imp-template" href={addressOf(importsApi.getTemplate, { kind })} download>
          {t(`file.template.${kind}`)}
        </a>
        <span className="mut">{fileName ?? t('file.hint')}</span>
      </div>
    </section>
  )
}
