import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '#core/kernel/fold.ts'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import { PhraseKind } from '#core/units/fixed-phrase.ts'
import { call } from '#web/client.ts'
import { EntryList } from '#web/dictionary/entry-list.tsx'
import { Choice, EntryButtons } from '#web/dictionary/parts.tsx'
import { PhraseDialog } from '#web/dictionary/phrase-dialog.tsx'
import { phrasesQuery } from '#web/dictionary/queries.ts'
import { TryReading } from '#web/dictionary/try-reading.tsx'
import { SearchBox } from '#web/ui/search-box.tsx'

export function PhraseSection({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('dictionary')
  const { q = '', kind } = useSearch({ from: '/signed-in/dictionary' })
  const navigate = useNavigate({ from: '/dictionary' })
  const list = useQuery(phrasesQuery)
  const { data } = list
  const [open, setOpen] = useState<string | null>(null)
  const opened = data?.items.find((row) => row.id === open)
  const rows = data?.items.filter(
    (row) => (kind === undefined || row.kind === kind) && fold(`${row.phrase} ${row.note ?? ''}`).includes(fold(q)),
  )
  const close = () => setOpen(null)
  return (
    <div className="dict-two">
      <div className="dict-main">
        <table className="tbl stackable dict-kinds">
          <caption className="vh">{t('phrases.kinds')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('phrases.kinds')}</th>
              <th scope="col">{t('effect')}</th>
              <th scope="col">{t('example')}</th>
            </tr>
          </thead>
          <tbody>
            {PhraseKind.options.map((one) => (
              <tr key={one}>
                <th scope="row">{t(`phrases.name.${one}`)}</th>
                <td>{t(`phrases.effect.${one}`)}</td>
                <td className="ink2">{t(`phrases.example.${one}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <EntryList
          caption={t('section.phrases')}
          heads={[t('phrases.phrase'), t('phrases.kind'), t('phrases.owner')]}
          query={list}
          total={rows?.length}
          shown={rows?.length ?? 0}
          emptyText={data?.total === 0 ? t('empty') : t('emptyFilter')}
          filters={
            <>
              <SearchBox
                most={100}
                label={t('phrases.search')}
                value={q}
                onSettle={(next) =>
                  void navigate({
                    search: (search) => ({ ...search, q: next === '' ? undefined : next }),
                    replace: true,
                  })
                }
              />
              <Choice
                label={t('phrases.kinds')}
                value={kind ?? 'all'}
                options={[
                  { value: 'all' as const, text: t('phrases.all') },
                  ...PhraseKind.options.map((value) => ({ value, text: t(`phrases.name.${value}`) })),
                ]}
                onChoose={(value) =>
                  void navigate({ search: (search) => ({ ...search, kind: value === 'all' ? undefined : value }) })
                }
              />
            </>
          }
          add={mayEdit ? { text: t('phrases.add'), onAdd: () => setOpen('new') } : undefined}
        >
          {rows?.map((row) => (
            <tr key={row.id}>
              <td>
                <b className="m">{row.phrase}</b>
                {row.note ? <small>{row.note}</small> : null}
              </td>
              <td>{t(`phrases.name.${row.kind}`)}</td>
              <td
                className="ink2"
                data-label={t('phrases.owner')}
                title={t('phrases.ownerText', { name: row.ownerName })}
              >
                {row.ownerName}
              </td>
              <td className="act">
                {row.mayEdit ? (
                  <EntryButtons
                    name={row.phrase}
                    removeText={t('phrases.removeText', { name: row.phrase })}
                    onEdit={() => setOpen(row.id)}
                    onRemove={() => call(dictionaryApi.removePhrase, { params: { id: row.id } })}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </EntryList>
      </div>
      <section className="sec dict-try" aria-labelledby="try-title">
        <div className="sec-h">
          <h2 id="try-title">{t('try.title')}</h2>
        </div>
        <TryReading phrases={data?.items ?? []} />
      </section>
      {open === 'new' ? <PhraseDialog phrases={data?.items ?? []} onClose={close} /> : null}
      {opened ? <PhraseDialog key={opened.id} edited={opened} phrases={data?.items ?? []} onClose={close} /> : null}
    </div>
  )
}
