import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterRow } from '#core/directives/register.ts'
import { markSought } from '#core/kernel/sought.ts'
import { ReadingMark } from '#web/directives/reading-mark.tsx'
import { FoundSentence, LoadLink, Marked, RelationLine, Subject } from '#web/directives/register-cells.tsx'
import { useFormat } from '#web/i18n/use-format.ts'
import type { Column } from '#web/ui/table-column.ts'

/** `readable`: a clerk keeps the register without reading what the directives say. */
export function useRegisterColumns(q: string | undefined, readable: boolean): readonly Column<RegisterRow>[] {
  const { t } = useTranslation('directives')
  const { day, number } = useFormat()
  return useMemo<readonly Column<RegisterRow>[]>(
    () => [
      {
        key: 'state',
        head: t('register.state'),
        width: 128,
        yields: 'drawer',
        className: 'sm',
        cell: (row) => <ReadingMark of={row.readingState} />,
      },
      {
        key: 'symbol',
        head: t('register.symbol'),
        width: 138,
        fixed: true,
        sort: 'symbol',
        cell: (row) => (
          <span className="one" title={row.symbol ?? undefined}>
            {row.symbol === null ? (
              <span className="mut">{t('register.noSymbol')}</span>
            ) : (
              <Marked parts={markSought(row.symbol, q ?? '')} />
            )}
          </span>
        ),
      },
      {
        key: 'subject',
        head: t('register.subject'),
        fixed: true,
        cell: (row) => {
          const isBare = row.found === null && row.relations.length === 0 && row.relatedBy.length === 0
          const line = isBare ? 'two' : 'one'
          return (
            <div className="rsub">
              {readable && row.secrecy === null ? (
                <Link
                  className={`q ${line}`}
                  to="/directives/$id"
                  params={{ id: row.id }}
                  title={row.subject}
                  tabIndex={-1}
                >
                  <Subject row={row} q={q} />
                </Link>
              ) : (
                <span className={line} title={row.subject}>
                  <Subject row={row} q={q} />
                </span>
              )}
              <RelationLine row={row} />
              <FoundSentence row={row} readable={readable} />
            </div>
          )
        },
      },
      {
        key: 'issuer',
        head: t('register.issuer'),
        width: 156,
        yields: 'both',
        className: 'sm',
        cell: (row) => (
          <span className="two" title={row.issuer ?? undefined}>
            {row.issuer}
          </span>
        ),
      },
      {
        key: 'owner',
        head: t('register.owner'),
        width: 140,
        chosen: false,
        className: 'sm',
        cell: (row) => (
          <span className="two" title={row.owner.name}>
            {row.owner.shortName}
          </span>
        ),
      },
      {
        key: 'issued',
        head: t('register.issued'),
        width: 96,
        align: 'end',
        sort: 'issued',
        chosen: false,
        cell: (row) => (row.issuedOn === null ? '–' : day(row.issuedOn)),
      },
      {
        key: 'received',
        head: t('register.received'),
        width: 92,
        align: 'end',
        sort: 'received',
        cell: (row) => day(row.receivedOn),
      },
      {
        key: 'decided',
        head: t('register.decided'),
        width: 96,
        align: 'end',
        yields: 'both',
        chosen: false,
        cell: (row) =>
          row.proposals === 0
            ? '–'
            : t('register.ofProposals', { decided: number(row.decided), proposals: number(row.proposals) }),
      },
      {
        key: 'tasks',
        head: t('register.tasks'),
        width: 82,
        align: 'end',
        yields: 'drawer',
        cell: (row) => (row.tasks === 0 ? '–' : number(row.tasks)),
      },
      {
        key: 'open',
        head: t('register.open'),
        width: 82,
        align: 'end',
        sort: 'open',
        cell: (row) => <LoadLink row={row} of="open" />,
      },
      {
        key: 'overdue',
        head: t('register.overdue'),
        width: 74,
        align: 'end',
        cell: (row) => <LoadLink row={row} of="overdue" />,
      },
    ],
    [t, day, number, q, readable],
  )
}
