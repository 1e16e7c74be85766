import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { directivesApi } from '#core/directives/api.ts'
import { ReadingState } from '#core/directives/directive.ts'
import type { AnswerOf } from '#core/kernel/endpoint.ts'
import type { RegisterFilter } from '#web/directives/queries.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Icon } from '#web/ui/icon.tsx'

// Long enough that a word is not searched letter by letter.
const TYPING_MS = 250

export function RegisterFilters({
  filter,
  answer,
  onChange,
}: {
  filter: RegisterFilter
  answer: AnswerOf<typeof directivesApi.listDirectives> | undefined
  onChange: (next: RegisterFilter, replace?: boolean) => void
}) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const id = useId()
  const states = answer?.states
  const all = states && states.unread + states['tasks-recorded'] + states['no-task']
  const count = (value: number | undefined) => (value === undefined ? '' : number(value))
  return (
    <div className="reg-f">
      <nav className="views" aria-label={t('register.filters')}>
        <button
          type="button"
          aria-current={filter.state === undefined || undefined}
          onClick={() => onChange({ state: undefined })}
        >
          {t('register.all')} <b>{count(all)}</b>
        </button>
        {ReadingState.options.map((state) => (
          <button
            key={state}
            type="button"
            aria-current={filter.state === state || undefined}
            onClick={() => onChange({ state })}
          >
            {t(`readingState.${state}`)} <b>{count(states?.[state])}</b>
          </button>
        ))}
      </nav>
      <div className="search">
        <Icon name="search" />
        <label htmlFor={id} className="vh">
          {t('register.search')}
        </label>
        <SearchInput id={id} q={filter.q ?? ''} onSearch={(q) => onChange({ q: q === '' ? undefined : q }, true)} />
      </div>
    </div>
  )
}

function SearchInput({ id, q, onSearch }: { id: string; q: string; onSearch: (q: string) => void }) {
  const { t } = useTranslation('directives')
  const [typed, setTyped] = useState(q)
  const [known, setKnown] = useState(q)
  // The address changed by another way than typing here: back, or the filters cleared.
  if (known !== q) {
    setKnown(q)
    if (typed.trim() !== q) setTyped(q)
  }
  useEffect(() => {
    if (typed.trim() === q) return undefined
    const timer = setTimeout(() => onSearch(typed.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  })
  return (
    <input
      id={id}
      type="search"
      value={typed}
      placeholder={t('register.searchHint')}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
