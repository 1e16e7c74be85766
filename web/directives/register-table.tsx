import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DirectiveRow } from '#core/directives/directive.ts'
import { ReadingMark } from '#web/directives/reading-mark.tsx'
import { capitalised } from '#web/format.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** The register. On a phone each row becomes a sheet of its own. */
export function RegisterTable({
  rows,
  stale,
  readable,
}: {
  rows: DirectiveRow[]
  stale: boolean
  /** A clerk keeps the register without reading what the directives say. */
  readable: boolean
}) {
  const { t } = useTranslation('directives')
  const { day, number } = useFormat()
  return (
    <table className={`tbl reg-t${stale ? ' stale' : ''}`}>
      <caption className="vh">{t('register.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('register.state')}</th>
          <th scope="col">{t('register.symbol')}</th>
          <th scope="col">{t('register.subject')}</th>
          <th scope="col">{t('register.issuer')}</th>
          <th scope="col" className="num">
            {t('register.received')}
          </th>
          <th scope="col" className="num">
            {t('register.decided')}
          </th>
          <th scope="col" className="num">
            {t('register.tasks')}
          </th>
          <th scope="col" className="num">
            {t('register.assignments')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <ReadingMark of={row.readingState} />
            </td>
            <td>
              <span className="nw">{row.symbol ?? <span className="mut">{t('register.noSymbol')}</span>}</span>
              {row.issuedOn && <small className="mut">{day(row.issuedOn)}</small>}
            </td>
            <td className="sub">
              {readable ? (
                <Link className="q" to="/directives/$id" params={{ id: row.id }}>
                  <Subject of={row} />
                </Link>
              ) : (
                <Subject of={row} />
              )}
            </td>
            <td className="ink2 iss">{row.issuer}</td>
            <td className="num" data-label={t('register.received')}>
              {day(row.receivedOn)}
            </td>
            <td className="num" data-label={t('register.decided')}>
              {row.proposals === 0
                ? '–'
                : t('register.ofProposals', { decided: number(row.decided), proposals: number(row.proposals) })}
            </td>
            <td className="num" data-label={t('register.tasks')}>
              {row.tasks === 0 ? '–' : number(row.tasks)}
            </td>
            <td className="num" data-label={t('register.assignments')}>
              {row.assignments === 0 ? '–' : number(row.assignments)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Subject({ of }: { of: DirectiveRow }) {
  const { t } = useTranslation('directives')
  return (
    <>
      {of.type && <span className="ink2">{capitalised(of.type)}: </span>}
      <span className="m">{of.secrecy ? t('register.secret') : of.subject}</span>
    </>
  )
}
