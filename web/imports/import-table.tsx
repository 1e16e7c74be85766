import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type ColumnRole, NEEDED, ROLES } from '#core/imports/column-role.ts'
import type { CellFault, ImportPreview } from '#core/imports/import.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import type { ImportDraft } from '#web/imports/import-draft.ts'
import { Icon } from '#web/ui/icon.tsx'
import { Paging } from '#web/ui/paging.tsx'

export const ROWS_SHOWN = 100

/** The sheet as it stands, with what each column means in its head and each wrong cell marked. */
export function ImportTable({
  preview,
  kind,
  offset,
  onOffset,
  onRole,
}: {
  preview: ImportPreview
  kind: ImportDraft['kind']
  offset: number
  onOffset: (offset: number) => void
  onRole: (letter: string, role: ColumnRole | null) => void
}) {
  const { t } = useTranslation('imports')
  const open = useMemo(
    () =>
      preview.names.filter(({ status, chosen }) => status !== 'sure' && chosen === null).flatMap(({ cells }) => cells),
    [preview.names],
  )
  const faults = useMemo(() => Map.groupBy(preview.faults, ({ cell }) => cell), [preview.faults])
  const missing = NEEDED[kind].filter((role) => !preview.columns.some((column) => column.role === role))
  return (
    <section className="sec" aria-label={t('table.title')}>
      <div className="sec-h">
        <h2>{t('table.title')}</h2>
        <p className="meta">{t(`table.mapped.${preview.mappedBy}`)}</p>
      </div>
      {missing.length > 0 && (
        <p className="nt over" role="alert">
          <Icon name="warn" />
          <span>{t('table.missing', { columns: missing.map((role) => t(`role.${role}`)).join(', ') })}</span>
        </p>
      )}
      {/* Wider than the window: it scrolls by itself, and by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="imp-scroll" aria-label={t('table.region')} tabIndex={0}>
        <table className="imp-grid">
          <thead>
            <tr>
              <th scope="col" className="imp-no">
                <span className="vh">{t('table.row')}</span>
              </th>
              <th scope="col">{t('table.readAs')}</th>
              {preview.columns.map(({ letter, label, role }) => (
                <th key={letter} scope="col" className={role === null ? 'off' : ''}>
                  <span className="imp-l">{letter}</span>
                  <select
                    className="in"
                    aria-label={t('table.column', { letter, label })}
                    aria-invalid={(role === null && missing.length > 0) || undefined}
                    value={role ?? ''}
                    onChange={(event) => onRole(letter, (event.target.value || null) as ColumnRole | null)}
                  >
                    <option value="">{t('role.none')}</option>
                    {ROLES[kind].map((one) => (
                      <option key={one} value={one}>
                        {t(`role.${one}`)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(offset, offset + ROWS_SHOWN).map((row) => (
              <Row key={row.row} row={row} columns={preview.columns} kind={kind} faults={faults} open={open} />
            ))}
          </tbody>
        </table>
      </section>
      <Paging offset={offset} limit={ROWS_SHOWN} total={preview.rows.length} onMove={onOffset} />
    </section>
  )
}

function Row({
  row: { row, kind: read, cells },
  columns,
  kind,
  faults,
  open,
}: {
  row: ImportPreview['rows'][number]
  columns: ImportPreview['columns']
  kind: ImportDraft['kind']
  faults: ReadonlyMap<string, CellFault[]>
  /** The cells of names that the office has still to settle, the first few of each. */
  open: readonly string[]
}) {
  const { t } = useTranslation('imports')
  return (
    <tr className={`k-${read}`}>
      <th scope="row" className="imp-no">
        {row}
      </th>
      <td className="imp-as">{read === 'row' ? t(`read.row.${kind}`) : t(`read.${read}`)}</td>
      {runsOf(cells, WIDE.has(read)).map(({ at, length }) => {
        const { letter = '', role = null } = columns[at] ?? {}
        const wrong = faults.get(`${letter}${row}`)
        const isOpen = open.includes(`${letter}${row}`)
        if (!wrong && isOpen)
          return (
            <td key={letter} colSpan={length} className="ask">
              {cells[at]}
              <span className="imp-why">{t('table.nameOpen')}</span>
            </td>
          )
        if (!wrong)
          return (
            <td key={letter} colSpan={length} className={role === null && length === 1 ? 'off' : ''}>
              {cells[at]}
            </td>
          )
        return (
          <td key={letter} id={`cell-${letter}${row}`} tabIndex={-1} colSpan={length} className="bad">
            {cells[at]}
            <span className="imp-why">
              <Icon name="warn" />
              {wrong.map(({ code }) => t(`fault.${code}`)).join(' ')}
            </span>
          </td>
        )
      })}
    </tr>
  )
}

const WIDE: ReadonlySet<string> = new Set(['above', 'header', 'heading'])

/** Where a title or a heading goes over several columns, each of them holds its words: shown once. */
function runsOf(cells: readonly string[], isWide: boolean): { at: number; length: number }[] {
  const runs: { at: number; length: number }[] = []
  for (const [at, cell] of cells.entries()) {
    const last = runs.at(-1)
    if (isWide && last && cell !== '' && cells[last.at] === cell) last.length++
    else runs.push({ at, length: 1 })
  }
  return runs
}

/** Each wrong cell with what was expected, and the way to it. */
export function FaultList({ faults, onJump }: { faults: readonly CellFault[]; onJump: (fault: CellFault) => void }) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  if (faults.length === 0) return null
  return (
    <section className="sec" aria-label={t('faults.title')}>
      <div className="sec-h">
        <h2>{t('faults.title')}</h2>
        <p className="meta">{t('faults.count', { count: faults.length, n: number(faults.length) })}</p>
      </div>
      <ol className="imp-faults">
        {faults.slice(0, 200).map((fault) => (
          <li key={`${fault.cell} ${fault.code}`}>
            <button type="button" className="imp-cell" onClick={() => onJump(fault)}>
              {t('faults.cell', { cell: fault.cell })}
            </button>
            <span>
              {t(`role.${fault.role}`)}: {fault.value === '' ? '' : `“${fault.value}”. `}
              {t(`fault.${fault.code}`)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
