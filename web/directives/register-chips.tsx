import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { fold } from '#core/kernel/fold.ts'
import { type RegisterFilter, registerCountsQuery } from '#web/directives/queries.ts'
import {
  type Condition,
  CONDITIONS,
  isInForce,
  useRegisterChange,
  type ValuedCondition,
  without,
} from '#web/directives/register-condition.ts'
import { useConditionWords, valuesOf } from '#web/directives/register-words.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { DateField } from '#web/ui/date-field.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Popover } from '#web/ui/popover.tsx'

/** The conditions in force as a sentence of chips: each says what it demands, opens to be changed and can be taken off. */
export function RegisterChips({ filter }: { filter: RegisterFilter }) {
  return (
    <>
      {CONDITIONS.filter((condition) => isInForce(filter, condition)).map((condition) => (
        <Chip key={condition} filter={filter} condition={condition} />
      ))}
      <AddCondition filter={filter} />
    </>
  )
}

function Chip({ filter, condition }: { filter: RegisterFilter; condition: Condition }) {
  const { t } = useTranslation('directives')
  const change = useRegisterChange()
  const words = useConditionWords(filter)
  const name = t(`register.by.${condition}`)
  const said =
    condition === 'overdue' ? (
      <b>{name}</b>
    ) : (
      <>
        {name}: <b>{words(condition)}</b>
      </>
    )
  return (
    <span className="fc">
      {condition === 'overdue' || condition === 'month' ? (
        <span className="fc-t">{said}</span>
      ) : (
        <Popover
          label={name}
          trigger={
            <button type="button" className="fc-t">
              {said}
            </button>
          }
        >
          <Editor filter={filter} condition={condition} />
        </Popover>
      )}
      <button
        type="button"
        className="fc-x"
        aria-label={t('register.removeFilter', { name })}
        onClick={() => change(without(condition))}
      >
        <Icon name="x" />
      </button>
    </span>
  )
}

/** Every condition that is not in force yet; its editor takes the place of the choice. A month is chosen in the strip above. */
function AddCondition({ filter }: { filter: RegisterFilter }) {
  const { t } = useTranslation('directives')
  const change = useRegisterChange()
  const [isOpen, setOpen] = useState(false)
  const [condition, setCondition] = useState<Condition>()
  const others = CONDITIONS.filter((one) => one !== 'month' && !isInForce(filter, one))
  return (
    <Popover
      label={t('register.addFilter')}
      isOpen={isOpen}
      onOpenChange={(next) => {
        setOpen(next)
        setCondition(undefined)
      }}
      trigger={
        <button type="button" className="fc add">
          <Icon name="plus" />
          {t('register.addFilter')}
        </button>
      }
    >
      {condition === undefined ? (
        <ul className="pick-l">
          {others.map((one) => (
            <li key={one}>
              <button
                type="button"
                onClick={() => {
                  if (one !== 'overdue') return setCondition(one)
                  change({ overdue: true })
                  setOpen(false)
                }}
              >
                {t(`register.by.${one}`)}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p className="pick-h">{t(`register.by.${condition}`)}</p>
          <Editor filter={filter} condition={condition} onDone={() => setOpen(false)} />
        </>
      )}
    </Popover>
  )
}

interface EditorProps {
  filter: RegisterFilter
  onDone?: (() => void) | undefined
}

function Editor({ condition, ...props }: EditorProps & { condition: Condition }) {
  if (condition === 'received') return <SpanEditor {...props} />
  if (condition === 'month' || condition === 'overdue') return null
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
          unreadable={t('intake.badDay')}
          onChange={(day) => change({ receivedFrom: day ?? undefined, month: undefined }, true)}
        />
        <DateField
          label={t('register.to')}
          value={dayOf(filter.receivedTo)}
          unreadable={t('intake.badDay')}
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
