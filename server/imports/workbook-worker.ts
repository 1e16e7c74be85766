// The thread that opens a workbook: a hostile file costs at most this thread.
import { parentPort, workerData } from 'node:worker_threads'
import { readXlsx } from 'hucre/xlsx'
import type { RawSheet, RawValue } from '#core/imports/grid.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { zipEntries } from '#server/files/zip-entries.ts'

export interface WorkbookData {
  bytes: Uint8Array
  /** A1:CV5200: what lies outside is not read. */
  range: string
}

export type WorkbookFault = { code: 'import/broken' }

async function readWorkbook({ bytes, range }: WorkbookData): Promise<Result<RawSheet[], WorkbookFault>> {
  // Expanded here never further than announced, which was looked at before: what announces less than it holds is no workbook.
  if (!zipEntries(bytes)?.every((entry) => entry.size === 0 || entry.read() !== undefined))
    return refuse({ code: 'import/broken' })
  try {
    const { sheets } = await readXlsx(bytes, { range, sheets: (sheet) => !sheet.hidden && !sheet.veryHidden })
    return ok(
      sheets.map(({ name, rows, merges = [], rowDefs }) => ({
        name,
        rows: rows.map((row) =>
          row.slice(0, row.findLastIndex((value) => value !== null && value !== '') + 1).map(plain),
        ),
        merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({ startRow, startCol, endRow, endCol })),
        hidden: [...(rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden === true ? [row] : [])),
      })),
    )
  } catch {
    return refuse({ code: 'import/broken' })
  }
}

/** A date of a workbook has no zone: hucre gives it as if it were UTC. */
function plain(value: string | number | boolean | Date | null): RawValue {
  if (!(value instanceof Date)) return value
  return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) as PlainDate }
}

parentPort?.postMessage(await readWorkbook(workerData as WorkbookData))
