import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { ReportingRule } from '#core/tasks/reporting.ts'
import { parseDay } from '#web/format.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { SelectField, TextField } from '#web/ui/field.tsx'

type Kind = ReportingRule['kind'] | 'none'
const KINDS: readonly Kind[] = ['none', 'weeks', 'months', 'dates']
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const UNTIL: Readonly<Record<'weeks' | 'months', number>> = { weeks: 26, months: 12 }

/** When progress is to be reported; `undefined` where the days that are typed cannot be read: nothing may be saved before they can. */
export function ReportingFields({
  value,
  onChange,
  tried,
}: {
  tried: boolean
  value: ReportingRule | null | undefined
  onChange: (value: ReportingRule | null | undefined) => void
}) {
  const { t } = useTranslation('assignment')
  const format = useFormat()
  const [days, setDays] = useState(() =>
    value?.kind === 'dates' ? value.on.map((day) => format.day(day)).join('; ') : '',
  )
  const [kind, setKind] = useState<Kind>(value === undefined ? 'dates' : (value?.kind ?? 'none'))
  const choose = (next: Kind) => {
    setKind(next)
    if (next === 'none') onChange(null)
    else if (next === 'weeks') onChange({ kind: 'weeks', every: 1, weekday: 5 })
    else if (next === 'months') onChange({ kind: 'months', every: 1, day: 25 })
    else onChange(ruleOfDays(days))
  }
  const numbers = (most: number) => Array.from({ length: most }, (_, at) => ({ value: `${at + 1}`, text: `${at + 1}` }))
  return (
    <fieldset className="w2 due-f">
      <legend className="vh">{t('reporting.title')}</legend>
      <div className="ff">
        <SelectField
          label={t('reporting.title')}
          hint={kind === 'none' ? undefined : t('reporting.hint')}
          wide
          value={kind}
          onChange={(event) => choose(event.target.value as Kind)}
          options={KINDS.map((one) => ({ value: one, text: t(`reporting.kind.${one}`) }))}
        />
        {value?.kind === 'weeks' || value?.kind === 'months' ? (
          <SelectField
            label={t(value.kind === 'weeks' ? 'reporting.every' : 'reporting.everyMonth')}
            value={`${value.every}`}
            onChange={(event) => onChange({ ...value, every: Number(event.target.value) })}
            options={numbers(UNTIL[value.kind])}
          />
        ) : null}
        {value?.kind === 'weeks' ? (
          <SelectField
            label={t('reporting.weekday')}
            value={`${value.weekday}`}
            onChange={(event) => onChange({ ...value, weekday: Number(event.target.value) })}
            options={WEEKDAYS.map((weekday) => ({ value: `${weekday}`, text: t(`reporting.weekdays.${weekday}`) }))}
          />
        ) : null}
        {value?.kind === 'months' ? (
          <SelectField
            label={t('reporting.day')}
            hint={value.day > 28 ? t('reporting.dayHint') : undefined}
            value={`${value.day}`}
            onChange={(event) => onChange({ ...value, day: Number(event.target.value) })}
            options={numbers(31)}
          />
        ) : null}
        {kind === 'dates' ? (
          <TextField
            label={t('reporting.days')}
            hint={t('reporting.daysHint')}
            wide
            value={days}
            onChange={(event) => {
              setDays(event.target.value)
              onChange(ruleOfDays(event.target.value))
            }}
            error={
              (tried || days.trim() !== '') && ruleOfDays(days) === undefined ? t('reporting.daysWrong') : undefined
            }
          />
        ) : null}
      </div>
    </fieldset>
  )
}

function ruleOfDays(text: string): ReportingRule | undefined {
  const days = text
    .split(/[;,\n]/)
    .filter((part) => part.trim() !== '')
    .map(parseDay)
  const on = [...new Set(days.filter((day): day is PlainDate => day !== null))].toSorted()
  return on.length === 0 || days.includes(null) ? undefined : { kind: 'dates', on }
}
