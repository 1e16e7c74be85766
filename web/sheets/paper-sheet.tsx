import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Sheet, SheetCell, SheetColumn } from '#core/sheets/sheet.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import '#web/sheets/paper-sheet.css'

const NARROW = 14

/** A list on paper (DESIGN.md, section 12): name, conditions and time stand in the head of the table, which every page repeats. */
export function PaperSheet({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation(['views', 'shell'])
  const format = useFormat()
  const span = sheet.columns.length
  const conditions = sheet.filters.length === 0 ? t('print.noFilters') : sheet.filters.join('; ')
  const total = sheet.columns.reduce((sum, { width }) => sum + width, 0)
  const textOf = (cell: SheetCell, { kind }: SheetColumn): string => {
    if (cell === null) return ''
    if (typeof cell === 'number') return kind === 'percent' ? format.percent(cell, 0) : format.number(cell)
    return kind === 'date' ? format.day(cell as PlainDate) : cell
  }
  return (
    // In a narrow window the sheet is moved sideways in its own frame, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="ps" aria-label={sheet.title} tabIndex={0}>
      <table>
        <caption className="vh">{t('print.caption')}</caption>
        <colgroup>
          {sheet.columns.map(({ head, width }) => (
            <col key={head} style={{ width: `${(100 * width) / total}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr className="ps-h">
            <td colSpan={span}>
              <b>{sheet.title}</b>
              <span>{t('print.filters', { text: conditions })}</span>
              <span>
                {t('print.asOf', { at: format.instant(sheet.asOf) })}
                {sheet.count === null ? '' : ` · ${sheet.count}`}
                {sheet.demo ? ` · ${t('shell:demo')}` : ''}
              </span>
            </td>
          </tr>
          <tr>
            {sheet.columns.map(({ head, kind }) => (
              <th key={head} scope="col" className={kind === 'text' ? undefined : 'num'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, at) =>
            'heading' in row ? (
              // oxlint-disable-next-line react/no-array-index-key -- a printed list does not change its rows
              <tr key={at} className="ps-g">
                <th colSpan={span} scope="rowgroup">
                  {row.heading}
                </th>
              </tr>
            ) : (
              // oxlint-disable-next-line react/no-array-index-key -- a printed list does not change its rows
              <tr key={at}>
                {sheet.columns.map((column, place) => (
                  <td key={column.head} className={sideOf(column.kind, column.width)}>
                    {textOf(row[place] ?? null, column)}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  )
}

/** Figures right, words left; what is short, such as a code, stays on one line. */
function sideOf(kind: SheetColumn['kind'], width: number): string | undefined {
  return kind !== 'text' ? 'num' : width <= NARROW ? 'cd' : undefined
}
