import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { mediaTypes } from '#server/files/media-type.ts'
import type { Download } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import type { Sheet } from '#server/sheets/sheet.ts'
import { inTurns } from '#server/turns.ts'

/** A longer list is narrowed first: nobody reads further, and a workbook of this length opens at once. */
export const MOST_SHEET_ROWS = 20_000

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
