import { useTranslation } from 'react-i18next'
import { Icon } from '#web/ui/icon.tsx'
import { type Column, findRow, rowsRead, type Section } from '#web/ui/table-column.ts'
import type { Selection } from '#web/ui/use-selection.ts'

/** The head that stays. What can be sorted is a button; pressing it again turns the order round. */
export function TableHead<Row extends { id: string }>({
  columns,
  sections,
  selection,
  sort,
  onSort,
}: {
  columns: readonly Column<Row>[]
  sections: readonly Section<Row>[]
  selection?: Selection
  sort?: string | undefined
  onSort?: (sort: string) => void
}) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection ? <ChooseAll sections={sections} selection={selection} /> : null}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={classOf(column)}
            style={column.width === undefined ? undefined : { width: column.width }}
            aria-sort={
              column.sort === undefined
                ? undefined
                : sort === column.sort
                  ? 'ascending'
                  : sort === `-${column.sort}`
                    ? 'descending'
                    : 'none'
            }
          >
            {column.sort === undefined || !onSort ? (
              <span className={column.quiet ? 'vh' : undefined}>{column.head}</span>
            ) : (
              <SortButton head={column.head} by={column.sort} sort={sort} onSort={onSort} />
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** The classes of a column's head and cells: its alignment first. */
export function classOf<Row>({ align, className }: Column<Row>): string | undefined {
  const classes = [align === 'end' ? 'num' : align === 'center' ? 'mid' : '', className ?? '']
  return classes.filter((one) => one !== '').join(' ') || undefined
}

function SortButton({
  head,
  by,
  sort,
  onSort,
}: {
  head: string
  by: string
  sort: string | undefined
  onSort: (sort: string) => void
}) {
  const isUp = sort === by
  const isDown = sort === `-${by}`
  return (
    <button type="button" className="srt" onClick={() => onSort(isUp ? `-${by}` : by)}>
      {head}
      {isUp ? <Icon name="up" /> : isDown ? <Icon name="down" /> : null}
    </button>
  )
}

/** Chooses the rows that have been read, or none; half-chosen between. */
function ChooseAll<Row extends { id: string }>({
  sections,
  selection,
}: {
  sections: readonly Section<Row>[]
  selection: Selection
}) {
  const { t } = useTranslation()
  const isSome = selection.ids.size > 0
  const isAll = isSome && findRow(sections, ({ id }) => !selection.ids.has(id)) === undefined
  return (
    <th scope="col" className="ck">
      <label>
        <input
          type="checkbox"
          className="cb"
          aria-label={t('table.chooseAll')}
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = isSome && !isAll
          }}
          onChange={() =>
            isSome ? selection.clear() : selection.choose(new Set(rowsRead(sections).map(({ id }) => id)))
          }
        />
      </label>
    </th>
  )
}
