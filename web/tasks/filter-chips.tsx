import { useTranslation } from 'react-i18next'
import { CONDITIONS, isFlag, isInForce, without } from '#web/tasks/filter-condition.ts'
import { ConditionEditor } from '#web/tasks/filter-editor.tsx'
import { ConditionWords } from '#web/tasks/filter-words.tsx'
import type { AssignmentFilter } from '#web/tasks/queries.ts'
import { useFilterChange } from '#web/tasks/use-filter-change.ts'
import { ConditionChips } from '#web/ui/condition-chips.tsx'

/** A task is chosen on its own page; what holds or does not has nothing to choose. */
export function FilterChips({ filter }: { filter: AssignmentFilter }) {
  const { t } = useTranslation('tasks')
  const change = useFilterChange()
  return (
    <ConditionChips
      chips={CONDITIONS.map((condition) => ({
        name: t(`filter.${condition}`),
        isInForce: isInForce(filter, condition),
        words: isFlag(condition) ? null : <ConditionWords filter={filter} condition={condition} />,
        editor:
          condition === 'task' || isFlag(condition)
            ? undefined
            : (onDone) => <ConditionEditor filter={filter} condition={condition} onDone={onDone} />,
        onSet: isFlag(condition) ? () => change({ [condition]: true }) : undefined,
        onDrop: () => change(without(condition)),
      }))}
    />
  )
}
