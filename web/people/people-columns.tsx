import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#core/people/api.ts'
import { GrantWords } from '#web/people/grant-words.tsx'
import type { Column } from '#web/ui/table-column.ts'

export function usePeopleColumns(): readonly Column<PersonRow>[] {
  const { t } = useTranslation('accounts')
  return useMemo<readonly Column<PersonRow>[]>(
    () => [
      {
        key: 'name',
        head: t('name'),
        width: 260,
        fixed: true,
        cell: (row) => (
          <span className={row.active ? 'who-c' : 'who-c mut'}>
            <b className="m">{row.name}</b>
            <small className="one">{row.position}</small>
          </span>
        ),
      },
      { key: 'login', head: t('login'), width: 190, className: 'ink2', cell: (row) => row.login },
      { key: 'roles', head: t('roles'), cell: (row) => <Roles of={row} /> },
      {
        key: 'state',
        head: t('state'),
        width: 130,
        cell: (row) =>
          row.active ? <span className="mut">{t('active')}</span> : <span className="tag">{t('off')}</span>,
      },
    ],
    [t],
  )
}

function Roles({ of: person }: { of: PersonRow }) {
  const { t } = useTranslation('accounts')
  if (person.roles.length === 0) return <span className="mut">{t('noRole')}</span>
  return (
    <span className="two">
      {person.roles.map((grant) => (
        <GrantWords key={grant.id} grant={grant} />
      ))}
    </span>
  )
}
