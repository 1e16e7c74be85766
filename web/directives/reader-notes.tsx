import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Directive } from '#core/directives/directive.ts'
import type { IntakeNote } from '#core/directives/intake-note.ts'
import { filesApi } from '#core/files/api.ts'
import { addressOf } from '#web/client.ts'
import { AskedNote } from '#web/directives/asked-note.tsx'
import type { MayOnDirective } from '#web/directives/may-on.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Icon } from '#web/ui/icon.tsx'

const ABOUT_TYPING: readonly IntakeNote[] = ['pages_without_text', 'text_to_type', 'letters_unknown']
// More pages than these are counted, not listed.
const PAGES_LISTED = 8

/** What has to be known before reading: a twin in the register, what became of the words at intake, what the reader may not see, the original. */
export function ReaderNotes({
  directive,
  may,
  typing,
  originalAbove,
  empty = [],
  onPage,
}: {
  directive: Directive
  may: MayOnDirective
  /** Words are typed here: how it comes to that is said. */
  typing?: boolean
  /** The way to the original stands above already. */
  originalAbove?: boolean
  /** The pages without words, where the text is shown as a whole. */
  empty?: number[]
  onPage?: (page: number) => void
}) {
  const { t } = useTranslation('directives')
  const { day } = useFormat()
  const told = directive.notes.filter((note) => typing || !ABOUT_TYPING.includes(note))
  return (
    <div className="notes">
      {directive.sameSymbol.map((same) => (
        <Note key={same.id} late>
          <Link to="/directives/$id" params={{ id: same.id }}>
            {t('reader.sameSymbol', { subject: same.subject, day: day(same.receivedOn) })}
          </Link>
        </Note>
      ))}
      {!may.decide && (
        <Note>
          {directive.text === null ? t('reader.partsOnly') : t('reader.noRight', { unit: directive.owner.name })}
        </Note>
      )}
      {told.map((note) => (
        <Note key={note} late={note === 'capitals_lost' || note === 'converted'}>
          {t(`intake.note.${note}`)}
        </Note>
      ))}
      {empty.length > 0 && directive.text !== null && (
        <Note late>
          {t('page.without', { count: empty.length })}{' '}
          {empty.slice(0, PAGES_LISTED).map((page) => (
            <button key={page} type="button" className="about-link" onClick={() => onPage?.(page)}>
              {t('page.of', { page })}
            </button>
          ))}
          {empty.length > PAGES_LISTED && ' …'}
        </Note>
      )}
      {may.seeProposals && <AskedNote directiveId={directive.id} />}
      {directive.file && !originalAbove && (
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

function Note({ late, children }: { late?: boolean; children: ReactNode }) {
  return (
    <p className={late ? 'nt late' : 'nt'}>
      <Icon name="info" />
      <span>{children}</span>
    </p>
  )
}
