import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dictionaryApi, type ExternalUnitRow } from '#core/units/dictionary-api.ts'
import { call, newKey } from '#web/client.ts'
import { EntryList } from '#web/dictionary/entry-list.tsx'
import { Effect, EntryButtons, EntryForm } from '#web/dictionary/parts.tsx'
import { ENTRIES_PER_PAGE, externalUnitsQuery, useTeach } from '#web/dictionary/queries.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { Paging } from '#web/ui/paging.tsx'
import { SearchBox } from '#web/ui/search-box.tsx'

export function ExternalSection({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('dictionary')
  const filter = useSearch({ from: '/signed-in/dictionary' })
  const navigate = useNavigate({ from: '/dictionary' })
  const list = useQuery(externalUnitsQuery(filter))
  const { data } = list
  const [open, setOpen] = useState<string | null>(null)
  const opened = data?.items.find((row) => row.id === open)
  const close = () => setOpen(null)
  return (
    <>
      <Effect effect={t('external.effect')} example={t('external.example')} />
      <EntryList
        caption={t('section.external')}
        heads={[t('external.name'), t('external.shortName'), t('external.aliases')]}
        query={list}
        total={data?.total}
        shown={data?.items.length ?? 0}
        emptyText={filter.q ? t('emptyFilter') : t('empty')}
        filters={
          <SearchBox
            most={100}
            label={t('external.search')}
            value={filter.q ?? ''}
            onSettle={(q) =>
              void navigate({
                search: (search) => ({ ...search, q: q === '' ? undefined : q, offset: undefined }),
                replace: true,
              })
            }
          />
        }
        add={mayEdit ? { text: t('external.add'), onAdd: () => setOpen('new') } : undefined}
      >
        {data?.items.map((row) => (
          <tr key={row.id}>
            <td>
              <b className="m">{row.name}</b>
            </td>
            <td className="ink2" data-label={t('external.shortName')}>
              {row.shortName}
            </td>
            <td className={row.aliases.length === 0 ? 'none' : 'ink2'} data-label={t('external.aliases')}>
              {row.aliases.join('; ')}
            </td>
            <td className="act">
              {row.mayEdit ? <EntryButtons name={row.name} onEdit={() => setOpen(row.id)} /> : null}
            </td>
          </tr>
        ))}
      </EntryList>
      {data ? (
        <Paging
          offset={filter.offset ?? 0}
          limit={ENTRIES_PER_PAGE}
          total={data.total}
          onMove={(offset) => void navigate({ search: (search) => ({ ...search, offset: offset || undefined }) })}
        />
      ) : null}
      {open === 'new' ? <ExternalDialog onClose={close} /> : null}
      {opened ? <ExternalDialog key={opened.id} unit={opened} onClose={close} /> : null}
    </>
  )
}

function ExternalDialog({ unit, onClose }: { unit?: ExternalUnitRow; onClose: () => void }) {
  const { t } = useTranslation(['dictionary', 'shell'])
  const key = useRef(newKey())
  const [name, setName] = useState(unit?.name ?? '')
  const [shortName, setShortName] = useState(unit?.shortName ?? '')
  const [tried, setTried] = useState(false)
  const nameIsWrong = name.trim().length < 2
  const command = useTeach(
    async () => {
      const body = { name, shortName }
      if (unit) await call(dictionaryApi.editExternalUnit, { params: { id: unit.id }, version: unit.version, body })
      else
        await call(dictionaryApi.addExternalUnit, { idempotencyKey: key.current, body }).catch((error: unknown) => {
          key.current = newKey()
          throw error
        })
    },
    { onDone: onClose },
  )
  return (
    <Dialog title={unit ? t('editOf', { name: unit.name }) : t('external.add')} onClose={onClose}>
      <EntryForm
        busy={command.isPending}
        error={command.error}
        submit={unit ? t('shell:save') : t('add')}
        onClose={onClose}
        onSend={(form) => {
          setTried(true)
          if (nameIsWrong) focusFirstError(form)
          else command.mutate()
        }}
      >
        <TextField
          label={t('external.name')}
          value={name}
          required
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          error={tried && nameIsWrong ? t('nameNeeded') : undefined}
        />
        <TextField
          label={t('external.shortName')}
          hint={t('external.shortHint')}
          value={shortName}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setShortName(event.target.value)}
        />
      </EntryForm>
    </Dialog>
  )
}
