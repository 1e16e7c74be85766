import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegisterRow } from '#core/directives/register.ts'
import { markSought } from '#core/kernel/sought.ts'
import { ReadingMark } from '#web/directives/reading-mark.tsx'
import { Marked, RelationLine, Subject } from '#web/directives/register-cells.tsx'
import { useFormat } from '#web/i18n/use-format.ts'

/** A line of the register on a phone. */
export function RegisterCard({ row, q, readable }: { row: RegisterRow; q: string | undefined; readable: boolean }) {
  const { t } = useTranslation('directives')
  const { day, number } = useFormat()
  const facts = (
    <>
      <span className="row mut">
        <span className="ink2 nw">
          {row.symbol === null ? t('register.noSymbol') : <Marked parts={markSought(row.symbol, q ?? '')} />}
        </span>
        <span className="grow" />
        <span>
          {t('register.received')} {day(row.receivedOn)}
        </span>
      </span>
      <b>
        <Subject row={row} q={q} />
      </b>
      {row.issuer && <span className="ink2">{row.issuer}</span>}
      <RelationLine row={row} />
      {row.found && (
        <span className="reg-found">
          <Marked parts={row.found.parts} />
        </span>
      )}
      <span className="row mut">
        <ReadingMark of={row.readingState} />
        {row.open > 0 && (
          <span>
            {t('register.open')} {number(row.open)}
          </span>
        )}
        {row.overdue > 0 && (
          <span className="c-over">
            {t('register.overdue')} {number(row.overdue)}
          </span>
        )}
      </span>
    </>
  )
  return readable && row.secrecy === null ? (
    <Link to="/directives/$id" params={{ id: row.id }} search={row.found?.at ? { at: row.found.at } : {}}>
      {facts}
    </Link>
  ) : (
    <div className="crd">{facts}</div>
  )
}
