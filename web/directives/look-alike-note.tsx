import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LookAlike } from '#core/directives/look-alike.ts'
import type { Proposal } from '#core/directives/proposal.ts'
import { lookAlikesQuery } from '#web/directives/queries.ts'
import '#web/directives/rereading.css'
import { capitalised } from '#core/kernel/capitalised.ts'
import { parseDay } from '#web/format.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Icon } from '#web/ui/icon.tsx'

/** That something there already says the same. It is only pointed out: whether it is the same, a person decides. */
export function LookAlikeNote({ of }: { of: Proposal }) {
  const { data } = useQuery(lookAlikesQuery(of.directiveId))
  const found = of.state === 'proposed' ? data?.get(of.id) : undefined
  if (!found) return null
  return (
    <div className="alike">
      <Icon name="info" />
      <ul>
        {found.map((one) => (
          <Found key={one.id} of={one} />
        ))}
      </ul>
    </div>
  )
}

function Found({ of }: { of: LookAlike }) {
  const { t } = useTranslation(['directives', 'shell'])
  const { day, percent } = useFormat()
  const { likeness } = of
  const why = [
    likeness.sameQuote && t('alike.sameQuote'),
    likeness.sameLead && t('alike.sameLead'),
    likeness.sameDue && t('alike.sameDue'),
    t('alike.words', { share: percent(likeness.share, 0) }),
  ].filter(Boolean)
  const due = of.dueOn ?? of.due
  const facts = [
    of.symbol && [of.symbol, of.citation].filter(Boolean).join(', '),
    due && t('alike.due', { day: parseDay(due) ? day(due) : due }),
    of.class && t(`shell:lateness.${of.class === 'not_counted' ? 'draft' : of.class}`).toLocaleLowerCase('vi'),
  ].filter(Boolean)
  return (
    <li>
      {t('alike.maybe')}{' '}
      {of.kind === 'task' ? (
        <Link to="/tasks/$id" params={{ id: of.id }} title={of.words}>
          {of.code}
        </Link>
      ) : (
        of.directiveId && (
          <Link to="/directives/$id" params={{ id: of.directiveId }} search={{ proposal: of.id }}>
            {t('alike.target')}
          </Link>
        )
      )}{' '}
      “{capitalised(of.words)}”{facts.length > 0 && ` (${facts.join('; ')})`}: {why.join(', ')}.
    </li>
  )
}
