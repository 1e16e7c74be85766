import '#web/ui/work.css'
import '#web/people/admin.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#core/people/api.ts'
import { AddPersonDialog } from '#web/people/add-person-dialog.tsx'
import { usePeopleColumns } from '#web/people/people-columns.tsx'
import { PersonCard } from '#web/people/person-card.tsx'
import { PersonDialog } from '#web/people/person-dialog.tsx'
import { peopleWindowQuery } from '#web/people/queries.ts'
import { meQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Cards } from '#web/ui/cards.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { SearchBox } from '#web/ui/search-box.tsx'
import { Empty } from '#web/ui/states.tsx'
import { findRow } from '#web/ui/table-column.ts'
import { TableOptions } from '#web/ui/table-options.tsx'
import { Table } from '#web/ui/table.tsx'
import { usePhone } from '#web/ui/use-phone.ts'
import { useTableLook } from '#web/ui/use-table-look.ts'
import { useWindows } from '#web/ui/use-windows.ts'

/** Who works here, as what, since when. An administrator adds and changes; everyone else who may read only reads. */
export function PeoplePage() {
  const { t } = useTranslation('accounts')
  const isPhone = usePhone()
  const { q } = useSearch({ from: '/signed-in/people' })
  const navigate = useNavigate({ from: '/people' })
  const { data: me } = useQuery(meQuery)
  const look = useTableLook('people', usePeopleColumns())
  // What was shown last stays in sight until what is wanted now has arrived.
  const [shown, setShown] = useState(q)
  const wanted = useQuery(peopleWindowQuery(q, 0))
  if (wanted.data && shown !== q) setShown(q)
  const { data } = useQuery(peopleWindowQuery(shown, 0))
  const { sections, onSight, error, readAgain } = useWindows([
    { key: 'all', count: data?.total ?? 12, isOpen: true, windowOf: (offset) => peopleWindowQuery(shown, offset) },
  ])
  const [isAdding, setAdding] = useState(false)
  const [openId, setOpenId] = useState<string>()
  const mayManage = me?.deeds.includes('person.manage') ?? false
  const opened = openId === undefined ? undefined : findRow(sections, ({ id }) => id === openId)
  return (
    <Page
      title={t('title')}
      fill
      actions={
        mayManage ? (
          <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        ) : undefined
      }
    >
      <div className="lft">
        <search className="fil">
          <SearchBox
            most={100}
            label={t('search')}
            value={q ?? ''}
            onSettle={(typed) => void navigate({ search: { q: typed === '' ? undefined : typed }, replace: true })}
          />
          <span className="grow" />
          <output className="mut nar tot">{data ? t('count', { count: data.total }) : ''}</output>
          {isPhone ? null : <TableOptions look={look} />}
        </search>
        {mayManage ? null : (
          <p className="nt">
            <Icon name="info" />
            <span>{t('notManager')}</span>
          </p>
        )}
        {error || wanted.error ? (
          <div className="sc">
            <ProblemMessage error={error ?? wanted.error} onRetry={() => void wanted.refetch().then(readAgain)} />
          </div>
        ) : data?.total === 0 ? (
          <div className="sc">
            <Empty>{q === undefined ? t('empty') : t('emptyFilter')}</Empty>
          </div>
        ) : isPhone ? (
          <Cards
            sections={sections}
            onSight={onSight}
            card={(row) => <PersonCard person={row} {...(mayManage ? { onOpen: setOpenId } : {})} />}
          />
        ) : (
          <Table
            caption={t('caption')}
            look={look}
            sections={sections}
            nameOf={(row) => row.name}
            onSight={onSight}
            isBusy={wanted.isPending}
            {...(mayManage ? { onOpen: (row: PersonRow) => setOpenId(row.id) } : {})}
          />
        )}
      </div>
      {isAdding ? <AddPersonDialog onClose={() => setAdding(false)} /> : null}
      {opened ? <PersonDialog key={opened.id} person={opened} onClose={() => setOpenId(undefined)} /> : null}
    </Page>
  )
}
