import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { fold } from '#core/kernel/fold.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { MOST_SHEET_ROWS, type Sheet } from '#core/sheets/sheet.ts'
import { mediaTypes } from '#server/files/media-type.ts'
import type { Download } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { inTurns } from '#server/turns.ts'

const oneOfTwo = inTurns(2)

/** An .xlsx of a list, written in a thread of its own; `slowly` keeps no transaction open for it. */
export async function writeSheet(sheet: Sheet): Promise<Uint8Array> {
  if (sheet.rows.length > MOST_SHEET_ROWS) fail({ code: 'sheet/too_long', limit: MOST_SHEET_ROWS })
  return oneOfTwo(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
          workerData: sheet,
          execArgv: [],
          resourceLimits: { maxOldGenerationSizeMb: 512 },
        })
        worker.once('message', (bytes: Uint8Array) => resolve(bytes))
        worker.once('error', reject)
        worker.once('exit', (code) => reject(new Error(`the sheet was not written (${code})`)))
      }),
  )
}

/** luot-giao-qua-han-2026-11-05.xlsx: the list and its day, in letters that every file system has. */
export function sheetFileName(title: string, day: PlainDate): string {
  return `${
    fold(title)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60) || 'sheet'
  }-${day}.xlsx`
}

/** What a `download` answers with for a workbook. */
export function xlsxDownload(name: string, bytes: Uint8Array): Download {
  return {
    headers: {
      'content-type': mediaTypes.xlsx,
      'content-length': bytes.length,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
    open: () => Promise.resolve(Readable.from([bytes])),
  }
}
