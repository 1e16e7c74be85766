import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Condition, CONDITIONS, isInForce, without } from '#web/tasks/filter-condition.ts'
import { ConditionEditor } from '#web/tasks/filter-editor.tsx'
import { ConditionWords } from '#web/tasks/filter-words.tsx'
import type { AssignmentFilter } from '#web/tasks/queries.ts'
import { useFilterChange } from '#web/tasks/use-filter-change.ts'
import { Icon } from '#web/ui/icon.tsx'
import { Popover } from '#web/ui/popover.tsx'

/** The conditions in force as a sentence of chips: each says what it demands, opens to be changed and can be taken off. */
export function FilterChips({ filter }: { filter: AssignmentFilter }) {
  return (
    <>
      {CONDITIONS.filter((condition) => isInForce(filter, condition)).map((condition) => (
        <Chip key={condition} filter={filter} condition={condition} />
      ))}
      <AddCondition filter={filter} />
    </>
  )
}

function Chip({ filter, condition }: { filter: AssignmentFilter; condition: Condition }) {
  const { t } = useTranslation('tasks')
  const change = useFilterChange()
  const name = t(`filter.${condition}`)
  const words = (
    <>
      {name}: <ConditionWords filter={filter} condition={condition} />
    </>
  )
  return (
    <span className="fc">
      {condition === 'task' || condition === 'awaiting' ? (
        <span className="fc-t">{words}</span>
      ) : (
        <Popover
          label={name}
          trigger={
            <button type="button" className="fc-t">
              {words}
            </button>
          }
        >
          <ConditionEditor filter={filter} condition={condition} />
        </Popover>
      )}
      <button
        type="button"
        className="fc-x"
        aria-label={t('list.removeFilter', { name })}
        onClick={() => change(without(condition))}
      >
        <Icon name="x" />
      </button>
    </span>
  )
}

/** Every condition that is not in force yet; its editor takes the place of the choice. */
function AddCondition({ filter }: { filter: AssignmentFilter }) {
  const { t } = useTranslation('tasks')
  const change = useFilterChange()
  const [isOpen, setOpen] = useState(false)
  const [condition, setCondition] = useState<Condition>()
  const others = CONDITIONS.filter((one) => one !== 'task' && !isInForce(filter, one))
  return (
    <Popover
      label={t('filter.add')}
      isOpen={isOpen}
      onOpenChange={(next) => {
        setOpen(next)
        setCondition(undefined)
      }}
      trigger={
        <button type="button" className="fc add">
          <Icon name="plus" />
          {t('filter.add')}
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
                  if (one !== 'awaiting') return setCondition(one)
                  change({ awaiting: true })
                  setOpen(false)
                }}
              >
                {t(`filter.${one}`)}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p className="pick-h">{t(`filter.${condition}`)}</p>
          <ConditionEditor filter={filter} condition={condition} onDone={() => setOpen(false)} />
        </>
      )}
    </Popover>
  )
}
