import '#web/ui/work.css'
import '#web/people/admin.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#core/people/api.ts'
import { AddPersonDialog } from '#web/people/add-person-dialog.tsx'
import { GrantWords } from '#web/people/grant-words.tsx'
import { PersonDialog } from '#web/people/person-dialog.tsx'
import { peopleQuery, PEOPLE_PER_PAGE } from '#web/people/queries.ts'
import { meQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Page } from '#web/ui/page.tsx'
import { Paging } from '#web/ui/paging.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { SearchBox } from '#web/ui/search-box.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'

/** Who works here, as what, since when. An administrator adds and changes; everyone else who may read only reads. */
export function PeoplePage() {
  const { t } = useTranslation('accounts')
  const filter = useSearch({ from: '/signed-in/people' })
  const navigate = useNavigate({ from: '/people' })
  const { data: me } = useQuery(meQuery)
  const { data, error, isPending, refetch } = useQuery(peopleQuery(filter))
  const [isAdding, setAdding] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const mayManage = me?.deeds.includes('person.manage') ?? false
  const opened = data?.items.find((row) => row.id === openId)
  return (
    <Page
      title={t('title')}
      actions={
        mayManage ? (
          <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        ) : undefined
      }
    >
      <div className="page">
        <div className="fil flat">
          <SearchBox
            label={t('search')}
            value={filter.q ?? ''}
            onSettle={(q) => void navigate({ search: { q: q === '' ? undefined : q }, replace: true })}
          />
          <span className="grow" />
          <output className="mut nar tot">{data ? t('count', { count: data.total }) : ''}</output>
        </div>
        {mayManage ? null : (
          <p className="nt">
            <Icon name="info" />
            <span>{t('notManager')}</span>
          </p>
        )}
        {isPending ? <Loading rows={12} /> : null}
        {error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : null}
        {data && data.items.length === 0 ? (
          <Empty>{filter.q === undefined ? t('empty') : t('emptyFilter')}</Empty>
        ) : null}
        {data && data.items.length > 0 ? (
          <PeopleTable rows={data.items} {...(mayManage ? { onOpen: setOpenId } : {})} />
        ) : null}
        {data ? (
          <Paging
            offset={filter.offset ?? 0}
            limit={PEOPLE_PER_PAGE}
            total={data.total}
            onMove={(offset) => void navigate({ search: (search) => ({ ...search, offset: offset || undefined }) })}
          />
        ) : null}
      </div>
      {isAdding ? <AddPersonDialog onClose={() => setAdding(false)} /> : null}
      {opened ? <PersonDialog key={opened.id} person={opened} onClose={() => setOpenId(null)} /> : null}
    </Page>
  )
}

function PeopleTable({ rows, onOpen }: { rows: readonly PersonRow[]; onOpen?: (id: string) => void }) {
  const { t } = useTranslation('accounts')
  return (
    <table className="tbl stackable ppl">
      <caption className="vh">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('login')}</th>
          <th scope="col">{t('roles')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.active ? undefined : 'off'}>
            <td>
              {onOpen ? (
                <button type="button" className="lnk" onClick={() => onOpen(row.id)}>
                  {row.name}
                </button>
              ) : (
                <b className="m">{row.name}</b>
              )}
              <small>{row.position}</small>
            </td>
            <td className="ink2">{row.login}</td>
            <td>
              {row.roles.length === 0 ? <span className="mut">{t('noRole')}</span> : null}
              {row.roles.map((grant) => (
                <GrantWords key={grant.id} grant={grant} />
              ))}
            </td>
            <td>
              <AccountState person={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AccountState({ person }: { person: PersonRow }) {
  const { t } = useTranslation('accounts')
  if (!person.active) return <span className="tag">{t('off')}</span>
  return <span className="mut">{t('active')}</span>
}
