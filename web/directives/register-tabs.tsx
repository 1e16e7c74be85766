import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadingState } from '#core/directives/directive.ts'
import { type RegisterFilter, registerCountsQuery } from '#web/directives/queries.ts'
import { useRegisterChange } from '#web/directives/register-condition.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** The reading states as tabs, each with what its list holds under the other conditions. Absent is not zero: unknown counts are not shown. */
export function RegisterTabs({ filter }: { filter: RegisterFilter }) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const change = useRegisterChange()
  const { data } = useQuery(registerCountsQuery(filter))
  const states = data?.states
  const all = states && Object.values(states).reduce((sum, n) => sum + n, 0)
  const shown = ReadingState.options.filter(
    (state) => state !== 'secret' || filter.state === state || (states?.secret ?? 0) > 0,
  )
  const tab = (state: ReadingState | undefined, name: string, count: number | undefined) => (
    <button key={state ?? 'all'} type="button" aria-pressed={filter.state === state} onClick={() => change({ state })}>
      {name} {count === undefined ? null : <b>{number(count)}</b>}
    </button>
  )
  return (
    <fieldset aria-label={t('register.filters')}>
      <div className="views">
        {tab(undefined, t('register.all'), all)}
        {shown.map((state) => tab(state, t(`readingState.${state}`), states?.[state]))}
      </div>
    </fieldset>
  )
}
