import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DirectiveRef } from '#core/directives/directive.ts'
import type { RegisterRow } from '#core/directives/register.ts'
import { mayInRegister } from '#web/directives/may-on.ts'
import { ReadingMark } from '#web/directives/reading-mark.tsx'
import { FoundSentence, LoadLink, Subject } from '#web/directives/register-cells.tsx'
import { capitalised } from '#core/kernel/capitalised.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { meQuery } from '#web/queries.ts'
import { Button, IconButton } from '#web/ui/button.tsx'

const StubLineDialog = lazy(async () => ({
  default: (await import('#web/directives/stub-line-dialog.tsx')).StubLineDialog,
}))

/** A line of the register in full: its head, what it does to other documents and they to it, and what became of it. */
export function RegisterDrawer({
  row,
  q,
  readable,
  onClose,
}: {
  row: RegisterRow
  q: string | undefined
  readable: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('directives')
  const { day, number } = useFormat()
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    if (frame.current) frame.current.scrollTop = 0
  }, [row.id])
  const isSecret = row.secrecy !== null
  const facts: [string, React.ReactNode][] = [
    [t('register.issuer'), row.issuer],
    [t('head.signerName'), [row.signerName, row.signerPosition].filter(Boolean).join(', ') || null],
    [t('register.issued'), row.issuedOn && day(row.issuedOn)],
    [t('register.received'), day(row.receivedOn)],
    [t('head.urgency'), row.urgency && capitalised(row.urgency)],
    [t('register.owner'), row.owner.name],
    [t('register.state'), <ReadingMark key="state" of={row.readingState} />],
  ]
  const loads: [string, React.ReactNode][] = isSecret
    ? []
    : [
        [
          t('register.decided'),
          row.proposals === 0
            ? '–'
            : t('register.ofProposals', { decided: number(row.decided), proposals: number(row.proposals) }),
        ],
        [t('register.tasks'), row.tasks === 0 ? '–' : number(row.tasks)],
        [t('register.open'), <LoadLink key="open" row={row} of="open" />],
        [t('register.overdue'), <LoadLink key="overdue" row={row} of="overdue" />],
      ]
  const name = (directive: DirectiveRef | null, symbol: string | null) => (
    <>
      {directive && readable ? (
        <Link to="/directives/$id" params={{ id: directive.id }}>
          {symbol ?? directive.subject}
        </Link>
      ) : (
        <b>{symbol ?? directive?.subject}</b>
      )}
      {directive && symbol !== null && directive.subject !== '' && <>: {directive.subject}</>}
    </>
  )
  return (
    <aside className="drw" aria-label={t('register.drawer')} ref={frame} tabIndex={-1}>
      <div className="row drw-h">
        <span className="ink2 nw">{row.symbol ?? t('register.noSymbol')}</span>
        <span className="grow" />
        {readable && !isSecret && (
          <Link className="btn sm" to="/directives/$id" params={{ id: row.id }}>
            {t('register.read')}
          </Link>
        )}
        <IconButton icon="x" label={t('register.close')} onClick={onClose} />
      </div>
      <h2 className="rdr-t">
        <Subject row={row} q={q} />
      </h2>
      <dl className="rdr">
        {[...facts, ...loads].map(([label, value]) =>
          value === null || value === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {(row.relations.length > 0 || row.relatedBy.length > 0) && (
        <ul className="rdr-r">
          {row.relatedBy.map(({ kind, directive }) => (
            <li
              key={`${kind} ${directive.id}`}
              className={kind === 'replaces' || kind === 'amends' ? 'late' : undefined}
            >
              <span className="mut">{t(`about.by.${kind}`)}</span> {name(directive, directive.symbol)}
            </li>
          ))}
          {row.relations.map(({ kind, symbol, directive }) => (
            <li key={`${kind} ${symbol}`}>
              <span className="mut">{t(`about.does.${kind}`)}</span> {name(directive, symbol)}
            </li>
          ))}
        </ul>
      )}
      <StubDeed row={row} />
      {row.found && (
        <p className="rdr-f">
          <FoundSentence row={row} readable={readable} />
        </p>
      )}
    </aside>
  )
}

/** Of a secret directive the line is corrected; of another the content is taken away when it turns out to be secret. */
function StubDeed({ row }: { row: RegisterRow }) {
  const { t } = useTranslation('directives')
  const [open, setOpen] = useState(false)
  const { data: me } = useQuery(meQuery)
  if (!me || !mayInRegister(me, 'directive.edit', row)) return null
  const isSecret = row.secrecy !== null
  return (
    <p className="rdr-f noprint">
      <Button look="ghost" small icon={isSecret ? 'edit' : 'lock'} onClick={() => setOpen(true)}>
        {t(isSecret ? 'stub.edit' : 'stub.eraseTitle')}
      </Button>
      <Suspense fallback={null}>
        {open && <StubLineDialog key={row.id} line={row} onClose={() => setOpen(false)} />}
      </Suspense>
    </p>
  )
}
