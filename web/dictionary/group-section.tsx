import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dictionaryApi, type GroupRow } from '#core/units/dictionary-api.ts'
import { call } from '#web/client.ts'
import { GroupDialog } from '#web/dictionary/group-dialog.tsx'
import { Effect, EntryButtons } from '#web/dictionary/parts.tsx'
import { groupsQuery } from '#web/dictionary/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'

export function GroupSection({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('dictionary')
  const { data, error, isPending, refetch } = useQuery(groupsQuery)
  const [open, setOpen] = useState<string | null>(null)
  const opened = data?.items.find((row) => row.id === open)
  const close = () => setOpen(null)
  return (
    <>
      <Effect effect={t('groups.effect')} example={t('groups.example')} />
      <div className="fil flat">
        <span className="grow" />
        <output className="mut nar tot">{data ? t('count', { count: data.items.length }) : ''}</output>
        {mayEdit ? (
          <Button icon="plus" onClick={() => setOpen('new')}>
            {t('groups.add')}
          </Button>
        ) : null}
      </div>
      {isPending ? <Loading rows={6} /> : null}
      {error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? <Empty>{t('empty')}</Empty> : null}
      {data && data.items.length > 0 ? <GroupTable rows={data.items} onEdit={setOpen} /> : null}
      {open === 'new' ? <GroupDialog onClose={close} /> : null}
      {opened ? <GroupDialog key={opened.id} group={opened} onClose={close} /> : null}
    </>
  )
}

function GroupTable({ rows, onEdit }: { rows: readonly GroupRow[]; onEdit: (id: string) => void }) {
  const { t } = useTranslation('dictionary')
  return (
    <table className="tbl stackable">
      <caption className="vh">{t('section.groups')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('groups.name')}</th>
          <th scope="col">{t('groups.members')}</th>
          <th scope="col">{t('groups.aliases')}</th>
          <th scope="col" className="act">
            <span className="vh">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <b className="m">{row.name}</b>
            </td>
            <td>
              {t('groups.units', { count: row.count })}
              <small>
                {row.members === null
                  ? t('groups.byKind', { name: row.belowName })
                  : `${row.members.map(({ name }) => name).join('; ')} (${t('groups.of', { name: row.belowName })})`}
              </small>
            </td>
            <td className={row.aliases.length === 0 ? 'none' : 'ink2'} data-label={t('groups.aliases')}>
              {row.aliases.join('; ')}
            </td>
            <td className="act">
              {row.mayEdit ? (
                <EntryButtons
                  name={row.name}
                  removeText={t('groups.removeText', { name: row.name })}
                  onEdit={() => onEdit(row.id)}
                  onRemove={() => call(dictionaryApi.removeGroup, { params: { id: row.id } })}
                />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
