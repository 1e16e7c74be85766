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
  /** Undefined while it is being read: bars in the height that it will have. The place stays the same, and with it the focus. */
  row: Row | undefined
  columns: readonly Column<Row>[]
  width: number
  level: number | undefined
  isOpen: boolean
  /** Undefined in a table whose rows cannot be chosen. */
  isChosen: boolean | undefined
  name: string
  onChoose: (line: number, isRange: boolean) => void
}

function PlainRow<Row extends { id: string }>(props: RowProps<Row>) {
  const { line, isActive, row, columns, width, level, isOpen, isChosen, name, onChoose } = props
  const { t } = useTranslation()
  return (
    <tr
      data-line={line}
      data-row={row?.id}
      className={row === undefined ? 'wait' : isOpen ? 'on' : isChosen ? 'sel' : undefined}
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={line + 2}
      aria-level={level}
      aria-selected={isChosen}
      aria-current={isOpen ? true : undefined}
    >
      {row === undefined || isChosen === undefined ? null : (
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
      {row === undefined ? (
        <td colSpan={width}>
          <span className="vh">{t('loading')}</span>
          <i aria-hidden="true" />
        </td>
      ) : (
        columns.map((column) => (
          <td key={column.key} className={classOf(column)}>
            {column.cell(row)}
          </td>
        ))
      )}
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
