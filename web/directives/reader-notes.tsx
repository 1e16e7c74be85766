import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Directive } from '#core/directives/directive.ts'
import { filesApi } from '#core/files/api.ts'
import { addressOf } from '#web/client.ts'
import type { MayOnDirective } from '#web/directives/may-on.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Icon } from '#web/ui/icon.tsx'

/** What has to be known before reading: a twin in the register, what the reader may not see, the original. */
export function ReaderNotes({ directive, may }: { directive: Directive; may: MayOnDirective }) {
  const { t } = useTranslation('directives')
  const { day } = useFormat()
  return (
    <div className="notes">
      {directive.sameSymbol.map((same) => (
        <p key={same.id} className="nt late">
          <Icon name="info" />
          <span>
            <Link to="/directives/$id" params={{ id: same.id }}>
              {t('reader.sameSymbol', { subject: same.subject, day: day(same.receivedOn) })}
            </Link>
          </span>
        </p>
      ))}
      {!may.decide && (
        <p className="nt">
          <Icon name="info" />
          <span>
            {directive.text === null ? t('reader.partsOnly') : t('reader.noRight', { unit: directive.owner.name })}
          </span>
        </p>
      )}
      {directive.file && (
        <p className="orig">
          <Icon name="clip" />
          <a href={addressOf(filesApi.readFile, { id: directive.file.id })}>
            {t('reader.original', { name: directive.file.name })}
          </a>
        </p>
      )}
    </div>
  )
}
