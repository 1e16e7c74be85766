import { useTranslation } from 'react-i18next'
import { AssignmentSort, GroupedBy } from '#core/tasks/assignment-list.ts'
import type { AssignmentSearch } from '#web/tasks/routes.tsx'
import { useFilterChange } from '#web/tasks/use-filter-change.ts'
import { Icon } from '#web/ui/icon.tsx'
import { Popover } from '#web/ui/popover.tsx'
import { usePhone } from '#web/ui/use-phone.ts'

/** By what the list is grouped and in which order, beside its conditions: "Nhóm: chủ trì", "Xếp: hạn gần trước". */
export function ListOrder({ search }: { search: AssignmentSearch }) {
  const { t } = useTranslation('tasks')
  const change = useFilterChange()
  const isPhone = usePhone()
  const sort = search.sort ?? 'due'
  return (
    <>
      {isPhone ? null : (
        <OneOf
          name={t('list.group')}
          options={[undefined, ...GroupedBy.options]}
          value={search.group}
          wordOf={(by) => t(`list.groups.${by ?? 'nothing'}`)}
          onChoose={(group) => change({ group })}
        />
      )}
      <OneOf
        name={t('list.sort')}
        options={AssignmentSort.options}
        value={sort}
        wordOf={(by) => t(`list.sorts.${by}`)}
        onChoose={(by) => change({ sort: by === 'due' ? undefined : by })}
      />
    </>
  )
}

function OneOf<T extends string | undefined>({
  name,
  options,
  value,
  wordOf,
  onChoose,
}: {
  name: string
  options: readonly T[]
  value: T
  wordOf: (option: T) => string
  onChoose: (option: T) => void
}) {
  return (
    <Popover
      label={name}
      trigger={
        <button type="button" className="fc add">
          {name}: <b>{wordOf(value)}</b>
          <Icon name="chev" />
        </button>
      }
    >
      <fieldset>
        <legend className="vh">{name}</legend>
        {options.map((option) => (
          <label key={option ?? ''} className="chk">
            <input type="radio" name={name} checked={option === value} onChange={() => onChoose(option)} />
            {wordOf(option)}
          </label>
        ))}
      </fieldset>
    </Popover>
  )
}
