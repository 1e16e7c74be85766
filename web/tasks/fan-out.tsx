import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { unitsApi } from '#core/units/api.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'
import { call } from '#web/client.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

const NAMED_AT_MOST = 60

/** Whom a choice of addressees reaches, each unit once, before anything is given. */
export function FanOut({ addressees }: { addressees: readonly NamedAddressee[] }) {
  const { t } = useTranslation('tasks')
  const chosen = addressees.map(({ kind, id, below }) => ({ kind, id, ...(below === undefined ? {} : { below }) }))
  const { data, error } = useQuery({
    queryKey: ['fan-out', chosen],
    queryFn: ({ signal }) => call(unitsApi.expandAddressees, { body: { addressees: chosen }, signal }),
    enabled: chosen.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  if (chosen.length === 0) return <p className="mut fan">{t('task.previewNone')}</p>
  if (error) return <ProblemMessage error={error} />
  if (!data) return null
  const named = data.units.slice(0, NAMED_AT_MOST)
  return (
    <details className="sibs fan">
      <summary>
        <b>{t('task.preview', { count: data.total })}</b>
      </summary>
      <ul>
        {named.map((unit) => (
          <li key={unit.id}>
            <span>{unit.name}</span>
            {unit.external ? <span className="mut">{t('task.external')}</span> : null}
          </li>
        ))}
        {data.total > named.length ? (
          <li className="mut">{t('task.previewMore', { count: data.total - named.length })}</li>
        ) : null}
      </ul>
    </details>
  )
}
