import { Combobox } from '@base-ui/react/combobox'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { unitsApi } from '#core/units/api.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Icon } from '#web/ui/icon.tsx'
import { useSettled } from '#web/ui/use-settled.ts'
import '#web/ui/addressee-picker.css'

interface PickerProps {
  label: string
  value: NamedAddressee[]
  onChange: (value: NamedAddressee[]) => void
  /** What is offered: units and groups and external units, or only some of them. */
  kinds?: readonly NamedAddressee['kind'][]
  /** Only what lies below this unit. */
  below?: string
  /** At most one, as for a monitor. */
  single?: boolean
  hint?: ReactNode
  error?: ReactNode
  missing?: boolean
  placeholder?: string
}

/** Whom something goes to: typed with or without marks, chosen from what the register knows, shown as chips. */
export function AddresseePicker(props: PickerProps) {
  const { label, value, onChange, kinds, below, single, hint, error, missing, placeholder } = props
  const { t } = useTranslation()
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  // No name is longer than what may be asked.
  const q = useSettled(typed.trim().slice(0, 200))
  const found = useQuery({
    queryKey: ['addressees', q, below],
    queryFn: ({ signal }) =>
      call(unitsApi.findAddressees, { query: { q, ...(below === undefined ? {} : { below }) }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const fresh = q === '' ? [] : (found.data?.items ?? [])
  const items = fresh.filter((item) => !kinds || kinds.includes(item.kind))
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
  return (
    <div ref={root} className={`f pick${missing && value.length === 0 ? ' mi' : ''}${error ? ' bad' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <Combobox.Root
        multiple
        items={items}
        filter={null}
        autoHighlight
        value={value}
        inputValue={typed}
        isItemEqualToValue={(a: NamedAddressee, b: NamedAddressee) => keyOf(a) === keyOf(b)}
        itemToStringLabel={(item: NamedAddressee) => item.name}
        onInputValueChange={(text) => setTyped(text)}
        onValueChange={(next) => {
          onChange(single ? next.slice(-1) : next)
          setTyped('')
        }}
      >
        <Combobox.Chips className="in chips" aria-label={`${label}: ${t('addressees.chosen')}`}>
          {value.map((item) => (
            <Combobox.Chip key={keyOf(item)} className="chip" aria-label={item.name}>
              <span>{item.name}</span>
              <AddresseeCount of={item} />
              <Combobox.ChipRemove className="chip-x" aria-label={t('addressees.remove', { name: item.name })}>
                <Icon name="x" />
              </Combobox.ChipRemove>
            </Combobox.Chip>
          ))}
          <Combobox.Input
            id={id}
            className="chips-in"
            aria-describedby={described}
            aria-invalid={error ? true : undefined}
            placeholder={value.length === 0 ? (placeholder ?? t('addressees.placeholder')) : ''}
            autoComplete="off"
            spellCheck={false}
          />
        </Combobox.Chips>
        <Combobox.Portal container={root}>
          <Combobox.Positioner className="opt-pos" sideOffset={4} positionMethod="fixed" align="start">
            <Combobox.Popup className="opt" data-quiet={typed.trim() === '' || undefined}>
              <Combobox.Empty className="opt-none">
                {typed.trim() !== '' && t(found.isFetching ? 'addressees.searching' : 'addressees.none')}
              </Combobox.Empty>
              <Combobox.List>
                {(item: NamedAddressee) => (
                  <Combobox.Item key={keyOf(item)} value={item} className="opt-i">
                    <span className="grow">{item.name}</span>
                    <AddresseeCount of={item} />
                    <Combobox.ItemIndicator>
                      <Icon name="check" />
                    </Combobox.ItemIndicator>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {error && (
        <small id={`${id}-error`} className="c-over">
          {error}
        </small>
      )}
    </div>
  )
}

/** How many units a group stands for, or that a body reports to nobody here; of a single unit what it stands below. */
export function AddresseeCount({ of }: { of: NamedAddressee }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  if (of.kind === 'unit') return of.above === undefined ? null : <em className="cnt">{of.above}</em>
  const text =
    of.kind === 'group' ? t('addressees.units', { count: of.count, n: number(of.count) }) : t('addressees.external')
  return <em className="cnt">{text}</em>
}

export function keyOf(addressee: { kind: string; id: string }): string {
  return `${addressee.kind} ${addressee.id}`
}
