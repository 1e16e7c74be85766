import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegisterRow } from '#core/directives/register.ts'
import { type FoundPart, markSought } from '#core/kernel/sought.ts'
import { capitalised } from '#core/kernel/capitalised.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** Text with the words that were looked for marked in it. */
export function Marked({ parts }: { parts: readonly FoundPart[] }) {
  return parts.map(({ text, found }, at) => (found ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))
}

/** Type and subject; what was replaced is struck through, and of a secret directive the grade stands instead. */
export function Subject({ row, q }: { row: RegisterRow; q: string | undefined }) {
  const { t } = useTranslation('directives')
  if (row.secrecy !== null)
    return (
      <span className="mut">
        <b className="gr">{t(`register.grade.${row.secrecy}`)}</b> {t('register.secret')}
      </span>
    )
  const words = <Marked parts={markSought(row.subject, q ?? '')} />
  return (
    <>
      {row.type && <span className="ink2">{capitalised(row.type)}: </span>}
      {isReplaced(row) ? <s>{words}</s> : words}
    </>
  )
}

function isReplaced(row: RegisterRow): boolean {
  return row.relatedBy.some(({ kind }) => kind === 'replaces')
}

/** What it does to others and what others do to it, the weightiest first, in one line. */
export function RelationLine({ row }: { row: RegisterRow }) {
  const { t } = useTranslation('directives')
  const by = row.relatedBy.map(({ kind, directive }) => ({
    key: `${kind} ${directive.id}`,
    words: t(`about.by.${kind}`),
    symbol: directive.symbol ?? directive.subject,
    isWarning: kind === 'replaces' || kind === 'amends',
  }))
  const does = row.relations.map(({ kind, symbol }) => ({
    key: `${kind} ${symbol}`,
    words: t(`about.does.${kind}`),
    symbol,
    isWarning: false,
  }))
  const said = [...by.toSorted((a, b) => Number(b.isWarning) - Number(a.isWarning)), ...does]
  if (said.length === 0) return null
  return (
    <span className="reg-rel">
      {said.map(({ key, words, symbol, isWarning }) => (
        <span key={key} className={isWarning ? 'c-late' : undefined}>
          {words} <span className="nw">{symbol}</span>
        </span>
      ))}
    </span>
  )
}

/** The sentence of the text that has the words sought, with the way to it. */
export function FoundSentence({ row, readable }: { row: RegisterRow; readable: boolean }) {
  if (row.found === null) return null
  const words = <Marked parts={row.found.parts} />
  return readable && row.found.at !== null ? (
    <Link
      className="reg-found"
      to="/directives/$id"
      params={{ id: row.id }}
      search={{ at: row.found.at }}
      tabIndex={-1}
    >
      {words}
    </Link>
  ) : (
    <span className="reg-found">{words}</span>
  )
}

/** How many of its assignments are open, or past their day, with the list behind the number. */
export function LoadLink({ row, of }: { row: RegisterRow; of: 'open' | 'overdue' }) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const count = row[of]
  if (count === 0) return <>–</>
  const name = row.symbol ?? row.subject
  const kinds = of === 'overdue' ? 'open_overdue' : 'open_in_term,open_overdue,open_no_deadline'
  return (
    <Link
      className="q"
      to="/assignments"
      search={{ directive: row.id, class: kinds }}
      aria-label={t(`register.${of}Of`, { count: number(count), name })}
      tabIndex={-1}
    >
      {of === 'overdue' ? <b className="c-over">{number(count)}</b> : number(count)}
    </Link>
  )
}
