import { Worker } from 'node:worker_threads'
import type { IntakeNote } from '#core/directives/intake-note.ts'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { decodeShown } from '#server/directives/decode-text.ts'
import type { PageSpan } from '#server/directives/pdf-layout.ts'
import type { PdfFailure, PdfWords, PdfWorkerData } from '#server/directives/pdf-worker.ts'
import { inTurns } from '#server/turns.ts'

/** 20 MB, as for every file that is handed in. */
const MAX_PDF_BYTES = 20 * 1024 * 1024
const LIMITS = {
  pages: 1000,
  letters: 5_000_000,
  timeMs: 20_000,
  /** What the thread may hold: 1,000 pages of text take about 300 MB. */
  memoryMb: 1024,
}
const oneOfTwo = inTurns(2)
const WATCH_MS = 100

export interface PdfText {
  /** Empty for a scan: its words are to be typed. */
  text: string
  /** Where each page lies in the text, in UTF-16 units. */
  pages: PageSpan[]
  notes: IntakeNote[]
}

export type PdfRefusal =
  | PdfFailure
  | { code: 'file/too_large'; limit: number }
  | { code: 'file/takes_too_long'; limit: number }

/**
 * The words of a PDF from its text layer, in the order of reading: paragraphs whole, tables as rows `| a | b |`, without page numbers;
 * in NFC. Read in a thread of its own, which ends when it takes too much time or memory. `limit` is in bytes, pages, letters or seconds.
 */
export async function pdfText(
  bytes: Uint8Array,
  limits: Partial<typeof LIMITS> = {},
): Promise<Result<PdfText, PdfRefusal>> {
  if (bytes.length > MAX_PDF_BYTES) return refuse({ code: 'file/too_large', limit: MAX_PDF_BYTES })
  const read = await oneOfTwo(() => readInThread(bytes, { ...LIMITS, ...limits }))
  return read.ok ? ok(withNotes(read.value)) : read
}

function withNotes({ text, pages, lettersUnknown, legacy, empty }: PdfWords): PdfText {
  if (text === '') return { text, pages, notes: [lettersUnknown ? 'letters_unknown' : 'text_to_type'] }
  const notes: IntakeNote[] = [
    ...legacy.map((encoding) => `decoded_${encoding}` as const),
    ...(empty > 0 ? (['pages_without_text'] as const) : []),
  ]
  const composed = text.normalize('NFC')
  // Fonts without their name, as some printers write them.
  const shown = legacy.length === 0 ? decodeShown(composed) : { text: composed, notes: [] }
  const same = shown.text.length === text.length
  return { text: shown.text, pages: same ? pages : rescale(pages, text, shown.text), notes: [...notes, ...shown.notes] }
}

/** Composing letters makes a text shorter: the ends of pages by their share of it. */
function rescale(pages: readonly PageSpan[], before: string, after: string): PageSpan[] {
  const moved = (at: number) => Math.min(after.length, Math.round((at / Math.max(1, before.length)) * after.length))
  return pages.map(({ start, end }) => ({ start: moved(start), end: moved(end) }))
}

async function readInThread(bytes: Uint8Array, limits: typeof LIMITS): Promise<Result<PdfWords, PdfRefusal>> {
  const data: PdfWorkerData = { bytes: new Uint8Array(bytes), maxPages: limits.pages, maxLetters: limits.letters }
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: data,
    execArgv: [],
    transferList: [data.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb / 2 },
    stdout: true,
    stderr: true,
  })
  const tooFar = refuse({ code: 'file/expands_too_far', limit: limits.memoryMb } as const)
  let watch: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve) => {
      worker.once('message', (read: Result<PdfWords, PdfFailure>) => resolve(read))
      worker.once('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooFar : refuse({ code: 'file/broken' })),
      )
      worker.once('exit', () => resolve(refuse({ code: 'file/broken' })))
      const began = performance.now()
      // Buffers do not count as the thread's heap, and a busy thread answers no messages: only asking from outside sees them.
      watch = setInterval(() => {
        if (performance.now() - began > limits.timeMs)
          resolve(refuse({ code: 'file/takes_too_long', limit: Math.round(limits.timeMs / 1000) }))
        worker.getHeapStatistics().then(
          (used) => {
            if (used.external_memory > limits.memoryMb * 1024 * 1024) resolve(tooFar)
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
