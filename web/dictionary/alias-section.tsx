import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'
import { call, newKey } from '#web/client.ts'
import { EntryList } from '#web/dictionary/entry-list.tsx'
import { Choice, Effect, EntryButtons, EntryForm } from '#web/dictionary/parts.tsx'
import { aliasesQuery, ENTRIES_PER_PAGE, useTeach } from '#web/dictionary/queries.ts'
import { AddresseeCount, AddresseePicker } from '#web/ui/addressee-picker.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { Paging } from '#web/ui/paging.tsx'
import { SearchBox } from '#web/ui/search-box.tsx'

const MEANS = ['all', 'unit', 'group', 'external'] as const

export function AliasSection({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('dictionary')
  const filter = useSearch({ from: '/signed-in/dictionary' })
  const navigate = useNavigate({ from: '/dictionary' })
  const list = useQuery(aliasesQuery(filter))
  const { data } = list
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <Effect effect={t('aliases.effect')} example={t('aliases.example')} />
      <EntryList
        caption={t('section.aliases')}
        heads={[t('aliases.text'), t('aliases.target')]}
        query={list}
        total={data?.total}
        shown={data?.items.length ?? 0}
        emptyText={filter.q || filter.means ? t('emptyFilter') : t('empty')}
        filters={
          <>
            <SearchBox
              most={100}
              label={t('aliases.search')}
              value={filter.q ?? ''}
              onSettle={(q) =>
                void navigate({
                  search: (search) => ({ ...search, q: q === '' ? undefined : q, offset: undefined }),
                  replace: true,
                })
              }
            />
            <Choice
              label={t('aliases.kinds')}
              value={filter.means ?? 'all'}
              options={MEANS.map((value) => ({ value, text: t(`aliases.kind.${value}`) }))}
              onChoose={(value) =>
                void navigate({
                  search: (search) => ({ ...search, means: value === 'all' ? undefined : value, offset: undefined }),
                })
              }
            />
          </>
        }
        add={mayEdit ? { text: t('aliases.add'), onAdd: () => setAdding(true) } : undefined}
      >
        {data?.items.map((row) => (
          <tr key={row.id}>
            <td>
              <b className="m">{row.text}</b>
              {row.shared ? (
                <>
                  {' '}
                  <span className="tag" title={t('aliases.sharedTip')}>
                    {t('aliases.shared')}
                    <span className="vh">: {t('aliases.sharedTip')}</span>
                  </span>
                </>
              ) : null}
            </td>
            <td className="ink2">
              {row.target.name} <AddresseeCount of={row.target} />
            </td>
            <td className="act">
              {row.mayEdit ? (
                <EntryButtons
                  name={row.text}
                  removeText={t('aliases.removeText', { name: row.text })}
                  onRemove={() => call(dictionaryApi.removeAlias, { params: { id: row.id } })}
                />
              ) : null}
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
      {isAdding ? <AliasDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function AliasDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('dictionary')
  const key = useRef(newKey())
  const [text, setText] = useState('')
  const [target, setTarget] = useState<NamedAddressee[]>([])
  const [tried, setTried] = useState(false)
  const [chosen] = target
  const textIsWrong = text.trim().length < 2
  const command = useTeach(
    async () => {
      if (!chosen) return
      const body = { text, target: { kind: chosen.kind, id: chosen.id } }
      await call(dictionaryApi.addAlias, { idempotencyKey: key.current, body }).catch((error: unknown) => {
        key.current = newKey()
        throw error
      })
    },
    { onDone: onClose },
  )
  return (
    <Dialog title={t('aliases.add')} onClose={onClose}>
      <EntryForm
        busy={command.isPending}
        error={command.error}
        submit={t('add')}
        onClose={onClose}
        onSend={(form) => {
          setTried(true)
          if (!textIsWrong && chosen) command.mutate()
          else focusFirstError(form)
        }}
      >
        <TextField
          label={t('aliases.text')}
          hint={t('aliases.hint')}
          value={text}
          required
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          error={tried && textIsWrong ? t('nameNeeded') : undefined}
        />
        <AddresseePicker
          label={t('aliases.target')}
          value={target}
          onChange={setTarget}
          single
          error={tried && !chosen ? t('aliases.targetNeeded') : undefined}
        />
      </EntryForm>
    </Dialog>
  )
}
