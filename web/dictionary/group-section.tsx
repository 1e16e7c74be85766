import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import { call } from '#web/client.ts'
import { GroupDialog } from '#web/dictionary/group-dialog.tsx'
import { EntryList } from '#web/dictionary/entry-list.tsx'
import { Effect, EntryButtons } from '#web/dictionary/parts.tsx'
import { groupsQuery } from '#web/dictionary/queries.ts'

export function GroupSection({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('dictionary')
  const list = useQuery(groupsQuery)
  const { data } = list
  const [open, setOpen] = useState<string | null>(null)
  const opened = data?.items.find((row) => row.id === open)
  const close = () => setOpen(null)
  return (
    <>
      <Effect effect={t('groups.effect')} example={t('groups.example')} />
      <EntryList
        caption={t('section.groups')}
        heads={[t('groups.name'), t('groups.members'), t('groups.aliases')]}
        query={list}
        total={data?.items.length}
        shown={data?.items.length ?? 0}
        emptyText={t('empty')}
        add={mayEdit ? { text: t('groups.add'), onAdd: () => setOpen('new') } : undefined}
      >
        {data?.items.map((row) => (
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
                  onEdit={() => setOpen(row.id)}
                  onRemove={() => call(dictionaryApi.removeGroup, { params: { id: row.id } })}
                />
              ) : null}
            </td>
          </tr>
        ))}
      </EntryList>
      {open === 'new' ? <GroupDialog onClose={close} /> : null}
      {opened ? <GroupDialog key={opened.id} group={opened} onClose={close} /> : null}
    </>
  )
}
