import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { AssignmentCounts } from '#core/tasks/assignment-list.ts'
import { FilterChips } from '#web/tasks/filter-chips.tsx'
import { ListOrder } from '#web/tasks/list-order.tsx'
import type { AssignmentSearch } from '#web/tasks/routes.tsx'
import { useFilterChange } from '#web/tasks/use-filter-change.ts'
import { SearchBox } from '#web/ui/search-box.tsx'
import { TableOptions } from '#web/ui/table-options.tsx'
import { usePhone } from '#web/ui/use-phone.ts'
import type { TableLook } from '#web/ui/use-table-look.ts'

/** The conditions of the list in one line, with what they leave in both units; all of it is the address. */
export const AssignmentFilters = memo(function AssignmentFilters({
  search,
  counts,
  groups,
  look,
  onFoldAll,
}: {
  search: AssignmentSearch
  /** A count that is not known is not shown: absent is not zero. */
  counts: AssignmentCounts | undefined
  /** Into how many groups the list falls. */
  groups: number | undefined
  look: TableLook<AssignmentRow>
  onFoldAll: (isOpen: boolean) => void
}) {
  const { t } = useTranslation('tasks')
  const change = useFilterChange()
  const isPhone = usePhone()
  const { open: _open, group: _group, sort: _sort, ...filter } = search
  return (
    <search className="fil" aria-label={t('filter.title')}>
      <SearchBox
        label={t('list.search')}
        hint={t('list.searchHint')}
        value={filter.q ?? ''}
        onSettle={(q) => change({ q: q === '' ? undefined : q }, true)}
      />
      <div className="fil-c">
        <FilterChips filter={filter} />
        <ListOrder search={search} />
      </div>
      {search.group === undefined || isPhone
        ? null
        : ([true, false] as const).map((isOpen) => (
            <button key={String(isOpen)} type="button" className="fc add" onClick={() => onFoldAll(isOpen)}>
              {t(isOpen ? 'list.unfoldAll' : 'list.foldAll')}
            </button>
          ))}
      <span className="grow" />
      {counts && !isPhone ? (
        <output className="mut nar tot">
          {search.group === undefined || groups === undefined
            ? null
            : `${t(`count.groups.${search.group}`, { count: groups })} · `}
          {t('count.assignmentsOfTasks', {
            assignments: counts.total,
            tasks: counts.tasks,
          })}
        </output>
      ) : null}
      {isPhone ? null : <TableOptions look={look} />}
    </search>
  )
})
