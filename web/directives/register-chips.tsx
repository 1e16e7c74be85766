import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { fold } from '#core/kernel/fold.ts'
import { type RegisterFilter, registerCountsQuery } from '#web/directives/queries.ts'
import {
  CONDITIONS,
  isInForce,
  useRegisterChange,
  type ValuedCondition,
  without,
} from '#web/directives/register-condition.ts'
import { useConditionWords, valuesOf } from '#web/directives/register-words.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { ConditionChips } from '#web/ui/condition-chips.tsx'
import { DateField } from '#web/ui/date-field.tsx'

/** A month is chosen in the strip above; that something is overdue has nothing to choose. */
export function RegisterChips({ filter }: { filter: RegisterFilter }) {
  const { t } = useTranslation('directives')
  const change = useRegisterChange()
  const words = useConditionWords(filter)
  return (
    <ConditionChips
      chips={CONDITIONS.map((condition) => ({
        name: t(`register.by.${condition}`),
        isInForce: isInForce(filter, condition),
        words: condition === 'overdue' ? null : <b>{words(condition)}</b>,
        editor:
          condition === 'overdue' || condition === 'month'
            ? undefined
            : (onDone) => <Editor filter={filter} condition={condition} onDone={onDone} />,
        onSet: condition === 'overdue' ? () => change({ overdue: true }) : undefined,
        onDrop: () => change(without(condition)),
      }))}
    />
  )
}

interface EditorProps {
  filter: RegisterFilter
  onDone?: (() => void) | undefined
}

function Editor({ condition, ...props }: EditorProps & { condition: 'received' | ValuedCondition }) {
  if (condition === 'received') return <SpanEditor {...props} />
  return <ValueEditor {...props} condition={condition} />
}

/** From a day to a day, both included. */
function SpanEditor({ filter }: EditorProps) {
  const { t } = useTranslation('directives')
  const change = useRegisterChange()
  const dayOf = (text: string | undefined) => (text === undefined ? null : (text as PlainDate))
  return (
    <div className="due-ed">
      <div className="row top">
        <DateField
          label={t('register.from')}
          value={dayOf(filter.receivedFrom)}
          onChange={(day) => change({ receivedFrom: day ?? undefined, month: undefined }, true)}
        />
        <DateField
          label={t('register.to')}
          value={dayOf(filter.receivedTo)}
          onChange={(day) => change({ receivedTo: day ?? undefined, month: undefined }, true)}
        />
      </div>
    </div>
  )
}

/** More than a list holds comfortably is found by typing. */
const SHOWN = 12

/** The values that there are under the other conditions, with how many directives have each. */
function ValueEditor({ filter, condition, onDone }: EditorProps & { condition: ValuedCondition }) {
  const { t } = useTranslation('directives')
  const format = useFormat()
  const change = useRegisterChange()
  const [typed, setTyped] = useState('')
  const { data } = useQuery(registerCountsQuery(filter))
  const values = data ? valuesOf(data, condition) : []
  const fitting = values.filter(({ name }) => fold(name).includes(fold(typed)))
  return (
    <>
      {values.length > SHOWN && (
        <input
          type="search"
          className="in"
          aria-label={t('register.findValue')}
          placeholder={t('register.findValue')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <ul className="pick-l">
        {fitting.slice(0, SHOWN).map(({ value, name, count }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={filter[condition] === value}
              onClick={() => {
                change({ [condition]: value })
                onDone?.()
              }}
            >
              <span className="grow">{name}</span>
              <span className="mut">{format.number(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {fitting.length > SHOWN && (
        <p className="mut pick-m">{t('register.moreValues', { count: fitting.length - SHOWN })}</p>
      )}
      {data && values.length === 0 && <p className="mut pick-m">{t('register.noValues')}</p>}
    </>
  )
}
