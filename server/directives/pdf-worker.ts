// The thread that opens a PDF: a hostile file costs at most this thread.
import { parentPort, workerData } from 'node:worker_threads'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { layOut, type PageSpan } from '#server/directives/pdf-layout.ts'
import { type LegacyFont, openPdf, type PdfPage, readPage } from '#server/directives/pdf-pages.ts'

export interface PdfWorkerData {
  bytes: Uint8Array
  maxPages: number
  maxLetters: number
}

export type PdfFailure =
  | { code: 'file/pdf_encrypted' }
  | { code: 'file/broken' }
  | { code: 'file/too_many_pages'; limit: number }
  | { code: 'file/expands_too_far'; limit: number }

export interface PdfWords {
  /** Empty when there are no words to speak of. */
  text: string
  /** One for each page, empty spans for pages without words. */
  pages: PageSpan[]
  /** Whether letters are drawn of which the file does not say what they are: to read, the pages are pictures. */
  lettersUnknown: boolean
  legacy: LegacyFont[]
  /** Pages on which no letter stands. */
  empty: number
}

/** Fewer letters on all pages together, or on an average page, are stamps and signatures of a scan. */
const FEW_LETTERS = 20

async function readPdf({ bytes, maxPages, maxLetters }: PdfWorkerData): Promise<Result<PdfWords, PdfFailure>> {
  let pdf: Awaited<ReturnType<typeof openPdf>>
  try {
    pdf = await openPdf(bytes)
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return refuse({ code: isLocked ? 'file/pdf_encrypted' : 'file/broken' })
  }
  if (pdf.numPages > maxPages) return refuse({ code: 'file/too_many_pages', limit: maxPages })
  const pages: PdfPage[] = []
  let letters = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readPage(pdf, number).catch(() => undefined)
    // A text with a hole reads, but wrongly: better none.
    if (page === undefined) return refuse({ code: 'file/broken' })
    letters += lettersOn(page)
    if (letters > maxLetters) return refuse({ code: 'file/expands_too_far', limit: maxLetters })
    pages.push(page)
  }
  const unknown = pages.reduce((sum, page) => sum + lettersOn(page, UNKNOWN), 0)
  const lettersUnknown = unknown > 0.3 * (letters + unknown)
  if (lettersUnknown || letters < FEW_LETTERS || letters < FEW_LETTERS * pages.length * 0.5) {
    const none = pages.map(() => ({ start: 0, end: 0 }))
    return ok({ text: '', pages: none, lettersUnknown, legacy: [], empty: pages.length })
  }
  const { text, pages: spans } = layOut(pages)
  const legacy = [...new Set(pages.flatMap((page) => [...page.legacy]))]
  return ok({ text, pages: spans, lettersUnknown, legacy, empty: pages.filter((page) => lettersOn(page) === 0).length })
}

const LETTER = /[\p{L}\p{N}]/gu
/** Private use, replacement and control characters stand where a font does not say what it draws. */
const UNKNOWN = /[\ue000-\uf8ff\ufffd\p{Cc}]/gu

function lettersOn({ runs }: PdfPage, kind = LETTER): number {
  return runs.reduce((sum, { text }) => sum + (text.match(kind)?.length ?? 0), 0)
}

parentPort?.postMessage(await readPdf(workerData as PdfWorkerData))
