import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '#core/kernel/fold.ts'
import { dictionaryApi, type PhraseRow } from '#core/units/dictionary-api.ts'
import { PhraseKind } from '#core/units/fixed-phrase.ts'
import { call } from '#web/client.ts'
import { Choice, EntryButtons } from '#web/dictionary/parts.tsx'
import { PhraseDialog } from '#web/dictionary/phrase-dialog.tsx'
import { phrasesQuery } from '#web/dictionary/queries.ts'
import { TryReading } from '#web/dictionary/try-reading.tsx'
import { Button } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { SearchBox } from '#web/ui/search-box.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'

export function PhraseSection({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('dictionary')
  const { q = '', kind } = useSearch({ from: '/signed-in/dictionary' })
  const navigate = useNavigate({ from: '/dictionary' })
  const { data, error, isPending, refetch } = useQuery(phrasesQuery)
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
        <div className="fil flat">
          <SearchBox
            label={t('phrases.search')}
            value={q}
            onSettle={(next) =>
              void navigate({ search: (search) => ({ ...search, q: next === '' ? undefined : next }), replace: true })
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
          <span className="grow" />
          <output className="mut nar tot">{rows ? t('count', { count: rows.length }) : ''}</output>
          {mayEdit ? (
            <Button icon="plus" onClick={() => setOpen('new')}>
              {t('phrases.add')}
            </Button>
          ) : null}
        </div>
        {isPending ? <Loading rows={6} /> : null}
        {error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : null}
        {rows?.length === 0 ? <Empty>{data?.total === 0 ? t('empty') : t('emptyFilter')}</Empty> : null}
        {rows && rows.length > 0 ? <PhraseTable rows={rows} onEdit={setOpen} /> : null}
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

function PhraseTable({ rows, onEdit }: { rows: readonly PhraseRow[]; onEdit: (id: string) => void }) {
  const { t } = useTranslation('dictionary')
  return (
    <table className="tbl stackable">
      <caption className="vh">{t('section.phrases')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('phrases.phrase')}</th>
          <th scope="col">{t('phrases.kind')}</th>
          <th scope="col">{t('phrases.owner')}</th>
          <th scope="col" className="act">
            <span className="vh">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
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
                  onEdit={() => onEdit(row.id)}
                  onRemove={() => call(dictionaryApi.removePhrase, { params: { id: row.id } })}
                />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
