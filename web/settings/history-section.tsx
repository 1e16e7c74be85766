import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { TaskKind } from '#core/settings/settings.ts'
import { TierName } from '#core/settings/tier-names.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { settingsHistoryQuery } from '#web/settings/queries.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

/** Every change, in the words of the settings above. */
export function HistorySection() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const valueOf = useValue()
  const { data, error } = useQuery(settingsHistoryQuery)
  if (!data) return <ProblemMessage error={error} />
  return (
    <section className="sec" aria-labelledby="history-title">
      <div className="sec-h wrap">
        <h2 id="history-title">{t('history.title')}</h2>
        <p>{t('history.text')}</p>
      </div>
      {data.items.length === 0 ? <p className="mut">{t('history.empty')}</p> : null}
      {data.items.length > 0 ? (
        <table className="tbl stackable">
          <caption className="vh">{t('history.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('history.at')}</th>
              <th scope="col">{t('history.what')}</th>
              <th scope="col">{t('history.from')}</th>
              <th scope="col">{t('history.to')}</th>
              <th scope="col">{t('history.by')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((line) => (
              <tr key={`${line.id} ${line.name}`}>
                <td className="nw mut">{format.instant(line.at)}</td>
                <td>{nameOf(line.name)}</td>
                <td className="mut" data-label={t('history.from')}>
                  {line.from === null ? '' : valueOf(line.name, line.from)}
                </td>
                <td data-label={t('history.to')}>{valueOf(line.name, line.to)}</td>
                <td className="ink2" data-label={t('history.by')}>
                  {line.by?.name}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}

/** A setting that has no word any more keeps its stored name: a record hides nothing. */
function nameOf(name: string): string {
  const key = `history.name.${name}`
  return i18next.exists(key, { ns: 'settings' })
    ? i18next.t(key as 'history.name.calendarDays', { ns: 'settings' })
    : name
}

function useValue(): (name: string, value: unknown) => string {
  const { t } = useTranslation('settings')
  const format = useFormat()
  return (name, value) => {
    const tier = TierName.safeParse(value)
    if (tier.success) return t('history.tier', { ...tier.data, from: format.day(tier.data.from) })
    if (typeof value === 'number') {
      if (name === 'answerWithinDays') return t('history.days', { count: value })
      return t(name === 'starsAtMost' ? 'history.tasks' : 'history.n', { count: value })
    }
    if (typeof value === 'boolean') return t(value ? 'history.allKinds' : 'history.none')
    if (value === 'day-before' || value === 'same-day') return t(`before.${value}`)
    if (!Array.isArray(value)) return JSON.stringify(value)
    if (name === 'calendarDays') return t('history.ownDays', { count: value.length })
    const kinds = TaskKind.options.filter((kind) => value.includes(kind))
    return kinds.length === 0 ? t('history.none') : kinds.map((kind) => t(`approval.kind.${kind}`)).join('; ')
  }
}
