import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#web/ui/icon.tsx'
import type { Column, Section } from '#web/ui/table-column.ts'
import { classOf } from '#web/ui/table-head.tsx'

interface Place {
  line: number
  /** In the tab order; all others are reached with the arrow keys. */
  isActive: boolean
}

interface RowProps<Row> extends Place {
  row: Row
  columns: readonly Column<Row>[]
  level: number | undefined
  isOpen: boolean
  /** Undefined in a table whose rows cannot be chosen. */
  isChosen: boolean | undefined
  name: string
  onChoose: (line: number, isRange: boolean) => void
}

function PlainRow<Row extends { id: string }>(props: RowProps<Row>) {
  const { line, isActive, row, columns, level, isOpen, isChosen, name, onChoose } = props
  const { t } = useTranslation()
  return (
    <tr
      data-line={line}
      data-row={row.id}
      className={isOpen ? 'on' : isChosen ? 'sel' : undefined}
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={line + 2}
      aria-level={level}
      aria-selected={isChosen}
      aria-current={isOpen ? true : undefined}
    >
      {isChosen === undefined ? null : (
        <td className="ck">
          <label>
            <input
              type="checkbox"
              className="cb"
              tabIndex={-1}
              aria-label={t('table.choose', { name })}
              checked={isChosen}
              onChange={({ nativeEvent }) =>
                onChoose(line, nativeEvent instanceof MouseEvent ? nativeEvent.shiftKey : false)
              }
            />
          </label>
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} className={classOf(column)}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

/** Drawn again only when something of it changed: a scroll of ten thousand rows draws the new ones. */
export const TableRow = memo(PlainRow) as typeof PlainRow

/** The head of a group, with the sign that folds it. */
export function GroupRow<Row>({
  line,
  isActive,
  section,
  sectionKey,
  width,
  onFold,
}: Place & {
  section: Section<Row>
  sectionKey: string
  width: number
  onFold: (key: string, isOpen: boolean) => void
}) {
  const { t } = useTranslation()
  return (
    <tr
      data-line={line}
      className={`grp${section.isOpen ? '' : ' shut'}`}
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={line + 2}
      aria-level={1}
      aria-expanded={section.isOpen}
    >
      <td colSpan={width}>
        <span className="row">
          <button
            type="button"
            className="fold"
            tabIndex={-1}
            aria-label={t(section.isOpen ? 'table.fold' : 'table.unfold', { name: section.name ?? '' })}
            onClick={() => onFold(sectionKey, !section.isOpen)}
          >
            <Icon name="chev" />
          </button>
          {section.head}
        </span>
      </td>
    </tr>
  )
}

/** A row that is being read, in the height it will have. */
export function WaitingRow({ line, isActive, width, label }: Place & { width: number; label: string }) {
  return (
    <tr data-line={line} className="wait" tabIndex={isActive ? 0 : -1} aria-rowindex={line + 2}>
      <td colSpan={width}>
        <span className="vh">{label}</span>
        <i aria-hidden="true" />
      </td>
    </tr>
  )
}
