import { Worker } from 'node:worker_threads'
import { columnLetter, type RawSheet } from '#core/imports/grid.ts'
import { MOST_COLUMNS, MOST_ROWS } from '#core/imports/import.ts'
import { refuse, type Result } from '#core/kernel/result.ts'
import { isEncryptedOffice, mediaTypes } from '#server/files/media-type.ts'
import { zipEntries } from '#server/files/zip-entries.ts'
import type { WorkbookData, WorkbookFault } from '#server/imports/workbook-worker.ts'
import { inTurns } from '#server/turns.ts'

const LIMITS = {
  /** Of all parts together when expanded: 5,000 rows of 60 columns take some tens of megabytes. */
  expandedMb: 160,
  parts: 2000,
  timeMs: 30_000,
  memoryMb: 1024,
}
/** So many rows may stand above the table, and a few more columns than are taken, so that too many are seen. */
const ROWS_READ = MOST_ROWS + 200
const COLUMNS_READ = MOST_COLUMNS + 20
const oneOfTwo = inTurns(2)
const WATCH_MS = 100

type WorkbookRefusal =
  | WorkbookFault
  | { code: 'import/not_xlsx' }
  | { code: 'import/encrypted' }
  | { code: 'import/expands_too_far'; limit: number }
  | { code: 'import/takes_too_long'; limit: number }

/** The visible sheets of an .xlsx, read in a thread of its own after its announced size has been looked at. `limit` is in megabytes or seconds. */
export async function readWorkbook(
  bytes: Uint8Array,
  mediaType: string,
  limits: Partial<typeof LIMITS> = {},
): Promise<Result<RawSheet[], WorkbookRefusal>> {
  const { expandedMb, parts, ...rest } = { ...LIMITS, ...limits }
  if (isEncryptedOffice(bytes)) return refuse({ code: 'import/encrypted' })
  if (mediaType !== mediaTypes.xlsx) return refuse({ code: 'import/not_xlsx' })
  const entries = zipEntries(bytes)
  if (!entries) return refuse({ code: 'import/broken' })
  const expanded = entries.reduce((sum, { size }) => sum + size, 0)
  if (entries.length > parts || expanded > expandedMb * 1024 * 1024)
    return refuse({ code: 'import/expands_too_far', limit: expandedMb })
  return oneOfTwo(() => readInThread(bytes, rest))
}

async function readInThread(
  bytes: Uint8Array,
  { timeMs, memoryMb }: Pick<typeof LIMITS, 'timeMs' | 'memoryMb'>,
): Promise<Result<RawSheet[], WorkbookRefusal>> {
  const data: WorkbookData = {
    bytes: new Uint8Array(bytes),
    range: `A1:${columnLetter(COLUMNS_READ - 1)}${ROWS_READ}`,
  }
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: data,
    execArgv: [],
    transferList: [data.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb / 2 },
    stdout: true,
    stderr: true,
  })
  const tooFar = refuse({ code: 'import/expands_too_far', limit: memoryMb } as const)
  let watch: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve) => {
      worker.once('message', (read: Result<RawSheet[], WorkbookFault>) => resolve(read))
      worker.once('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooFar : refuse({ code: 'import/broken' })),
      )
      worker.once('exit', () => resolve(refuse({ code: 'import/broken' })))
      const began = performance.now()
      // What an archive expands to beyond what it announced lies in buffers, which are not the thread's heap.
      watch = setInterval(() => {
        if (performance.now() - began > timeMs)
          resolve(refuse({ code: 'import/takes_too_long', limit: Math.round(timeMs / 1000) }))
        worker.getHeapStatistics().then(
          (used) => {
            if (used.external_memory > memoryMb * 1024 * 1024) resolve(tooFar)
          },
          () => {},
        )
      }, WATCH_MS)
    })
  } finally {
    clearInterval(watch)
    await worker.terminate()
  }
}
