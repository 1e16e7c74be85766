import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '#core/kernel/fold.ts'
import { AssignmentState } from '#core/tasks/assignment.ts'
import type { GroupedBy } from '#core/tasks/assignment-list.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { ClassGlyph } from '#web/tasks/class-glyph.tsx'
import { DueEditor } from '#web/tasks/due-editor.tsx'
import { type Condition, type Flag, listOf, without } from '#web/tasks/filter-condition.ts'
import { CLASS_ORDER, useGroupName } from '#web/tasks/group-head.tsx'
import { assignmentCountsQuery, type AssignmentFilter, assignmentGroupsQuery } from '#web/tasks/queries.ts'
import { useFilterChange } from '#web/tasks/use-filter-change.ts'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'

interface EditorProps {
  filter: AssignmentFilter
  /** One value is enough: it is chosen and the panel closes. */
  onDone?: (() => void) | undefined
}

/** How a condition is said: boxes for words, names to look for, days. What is counted beside a word is what the list would then show. */
export function ConditionEditor({ condition, ...props }: EditorProps & { condition: Exclude<Condition, Flag> }) {
  switch (condition) {
    case 'unit':
      return <UnitEditor {...props} />
    case 'state':
      return <StateEditor {...props} />
    case 'class':
      return <ClassEditor {...props} />
    case 'due':
      return <DueEditor {...props} />
    case 'directive':
    case 'handler':
      return <GroupEditor {...props} by={condition} />
    case 'task':
      return null
  }
}

function StateEditor({ filter }: EditorProps) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const change = useFilterChange()
  const { data } = useQuery(assignmentCountsQuery({ ...filter, state: undefined }))
  const chosen = listOf(filter.state, AssignmentState.options)
  return (
    <fieldset>
      <legend className="vh">{t('filter.state')}</legend>
      {AssignmentState.options.map((state) => (
        <label key={state} className="chk">
          <input
            type="checkbox"
            className="cb"
            checked={chosen.includes(state)}
            onChange={() => change({ state: toggled(chosen, state) })}
          />
          <span className="grow">{t(`state.${state}`)}</span>
          <span className="mut">{data ? format.number(data.states[state] ?? 0) : ''}</span>
        </label>
      ))}
    </fieldset>
  )
}

function ClassEditor({ filter }: EditorProps) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const change = useFilterChange()
  const { data } = useQuery(assignmentCountsQuery({ ...filter, class: undefined }))
  const chosen = listOf(filter.class, CLASS_ORDER)
  return (
    <fieldset>
      <legend className="vh">{t('filter.class')}</legend>
      {CLASS_ORDER.map((kind) => (
        <label key={kind} className="chk">
          <input
            type="checkbox"
            className="cb"
            checked={chosen.includes(kind)}
            onChange={() => change({ class: toggled(chosen, kind) })}
          />
          <ClassGlyph of={kind} beside />
          <span className="grow">{t(`filter.classes.${kind}`)}</span>
          <span className="mut">{data ? format.number(data.classes[kind] ?? 0) : ''}</span>
        </label>
      ))}
    </fieldset>
  )
}

function toggled<T extends string>(chosen: readonly T[], one: T): string | undefined {
  const next = chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]
  return next.join(',') || undefined
}

function UnitEditor({ filter, onDone }: EditorProps) {
  const { t } = useTranslation('tasks')
  const change = useFilterChange()
  const [withBelow, setWithBelow] = useState(filter.within !== undefined)
  const id = filter.within ?? filter.lead
  const choose = (unitId: string, below: boolean) =>
    change(below ? { within: unitId, lead: undefined } : { lead: unitId, within: undefined })
  return (
    <div className="unit-ed">
      <AddresseePicker
        label={t('filter.unit')}
        value={[]}
        kinds={['unit', 'external']}
        single
        onChange={([chosen]) => {
          if (!chosen) return
          choose(chosen.id, withBelow && chosen.kind === 'unit')
          onDone?.()
        }}
      />
      <label className="chk">
        <input
          type="checkbox"
          className="cb"
          checked={withBelow}
          onChange={() => {
            setWithBelow(!withBelow)
            if (id !== undefined) choose(id, !withBelow)
          }}
        />
        {t('filter.withBelow')}
      </label>
    </div>
  )
}

/** More than a list of names holds comfortably is found by typing. */
const NAMES = 12

/** The directives or handlers that the list has under its other conditions, with how many of its rows are theirs. */
function GroupEditor({ filter, by, onDone }: EditorProps & { by: Exclude<GroupedBy, 'lead'> }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const nameOf = useGroupName()
  const change = useFilterChange()
  const [typed, setTyped] = useState('')
  const { data } = useQuery(assignmentGroupsQuery({ ...filter, ...without(by) }, by))
  const words = fold(typed)
  const fitting = (data?.items ?? []).filter((group) =>
    fold(`${nameOf(group)} ${group.directive?.subject ?? ''}`).includes(words),
  )
  return (
    <>
      <input
        type="search"
        className="in"
        aria-label={t('filter.find', { name: t(`filter.${by}`) })}
        placeholder={t('filter.findHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul className="pick-l">
        {fitting.slice(0, NAMES).map((group) => (
          <li key={group.key}>
            <button
              type="button"
              aria-pressed={filter[by] === group.key}
              onClick={() => {
                change({ [by]: group.key })
                onDone?.()
              }}
            >
              <span className="grow">
                {nameOf(group)}
                {group.directive && group.directive.symbol !== null ? <small>{group.directive.subject}</small> : null}
              </span>
              <span className="mut">{format.number(group.total)}</span>
            </button>
          </li>
        ))}
      </ul>
      {fitting.length > NAMES ? (
        <p className="mut pick-m">{t('filter.more', { count: fitting.length - NAMES })}</p>
      ) : null}
    </>
  )
}
