import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Directive, DirectiveRelation } from '#core/directives/directive.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Icon } from '#web/ui/icon.tsx'

/** A directive that was replaced or amended must not be read as if it stood: this is said before everything else. */
export function Overtaken({ by }: { by: Directive['relatedBy'] }) {
  const { t } = useTranslation('directives')
  const told = by.flatMap(({ kind, directive }) =>
    kind === 'replaces' || kind === 'amends' ? [{ kind, directive }] : [],
  )
  if (told.length === 0) return null
  return (
    <div className="overtaken">
      {told.map(({ kind, directive }) => (
        <p key={`${kind} ${directive.id}`} className={kind === 'replaces' ? 'nt over' : 'nt late'} role="note">
          <Icon name="warn" />
          <span>
            <b>{t(`about.by.${kind}`)}</b>{' '}
            <Link to="/directives/$id" params={{ id: directive.id }}>
              {directive.symbol ?? directive.subject}
            </Link>
            {directive.symbol !== null && <>: {directive.subject}</>}
          </span>
        </p>
      ))}
    </div>
  )
}

/** What a directive does to other documents, each with the way to it and to the words that say so; and which later ones name it. */
export function Related({
  relations,
  later,
  isThere,
  onPlace,
}: {
  relations: DirectiveRelation[]
  later: Directive['relatedBy']
  /** Whether the words at an offset still stand: those of a page that was typed anew do not. */
  isThere: (offset: number) => boolean
  onPlace: ((offset: number) => void) | undefined
}) {
  const { t } = useTranslation('directives')
  const { day } = useFormat()
  return (
    <ul>
      {relations.map(({ kind, symbol, dated, start, directive }) => (
        <li key={`${kind} ${symbol}`}>
          <span className="mut">{t(`about.does.${kind}`)}</span>{' '}
          {directive ? (
            <Link to="/directives/$id" params={{ id: directive.id }} title={directive.subject}>
              {symbol}
            </Link>
          ) : (
            <span className="nw">{symbol}</span>
          )}
          {dated && ` ${t('register.dated', { day: day(dated) })}`}
          {onPlace && isThere(start) && (
            <button
              type="button"
              className="about-link"
              aria-label={t('about.placeOf', { symbol })}
              onClick={() => onPlace(start)}
            >
              {t('about.place')}
            </button>
          )}
        </li>
      ))}
      {later.map(({ kind, directive }) => (
        <li key={`${kind} ${directive.id}`}>
          <span className="mut">{t(`about.by.${kind}`)}</span>{' '}
          <Link to="/directives/$id" params={{ id: directive.id }} title={directive.subject}>
            {directive.symbol ?? directive.subject}
          </Link>
        </li>
      ))}
    </ul>
  )
}
