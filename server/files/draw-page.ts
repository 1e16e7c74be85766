import { fileURLToPath } from 'node:url'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { mediaTypes } from '#server/files/media-type.ts'
import { type Limits, runProgram } from '#server/run-program.ts'
import { inTurns } from '#server/turns.ts'

/** For the screen at a width in pixels, or for recognition at so many dots per inch. */
export type DrawOrder = { mediaType: string; page: number } & ({ width: number } | { dpi: number })

export type DrawFailure =
  | { code: 'page/none'; page: number; pages: number }
  | { code: 'page/broken'; page: number }
  | { code: 'page/takes_too_much' }
  | { code: 'page/takes_too_long'; limit: number }
  | { code: 'file/no_pages' }
  | { code: 'file/pdf_encrypted' }

export interface DrawnHead {
  mediaType: string
  width: number
  height: number
  /** What was reached of the resolution that was asked for; a page is drawn more coarsely where its bitmap would be too large. */
  dpi: number
}

export interface DrawnPage extends DrawnHead {
  bytes: Buffer
}

const LIMITS = { timeMs: 20_000, memoryMb: 1024, output: 24 * 1024 * 1024 }
const HEAP_MB = 512
const program = fileURLToPath(new URL('./draw-page-program.ts', import.meta.url))
const oneOfTwo = inTurns(2)

export function hasPages(mediaType: string): boolean {
  return mediaType === mediaTypes.pdf || mediaType === mediaTypes.png || mediaType === mediaTypes.jpeg
}

/**
 * Draws one page of a PDF, or a picture, which is its own page 1. In a process of its own that may write nothing and call nobody: neither
 * its memory nor a fault in what decodes pictures is the server's. `limit` is in seconds.
 */
export async function drawPage(
  bytes: Uint8Array,
  order: DrawOrder,
  limits: Partial<Limits> = {},
): Promise<Result<DrawnPage, DrawFailure>> {
  if (!hasPages(order.mediaType)) return refuse({ code: 'file/no_pages' })
  const all = { ...LIMITS, ...limits }
  const args = [
    `--max-old-space-size=${HEAP_MB}`,
    '--permission',
    '--allow-fs-read=*',
    '--allow-addons',
    '--no-warnings',
  ]
  const ended = await oneOfTwo(() =>
    runProgram(process.execPath, [...args, program, JSON.stringify(order)], {
      input: bytes,
      limits: all,
      env: { NODE_OPTIONS: '' },
    }),
  )
  if (ended.by === 'time') return refuse({ code: 'page/takes_too_long', limit: Math.round(all.timeMs / 1000) })
  if (ended.by !== 'itself') return refuse({ code: 'page/takes_too_much' })
  const end = ended.output.indexOf('\n')
  if (end < 0) {
    if (ended.code) throw new Error(`a page cannot be drawn: ${ended.errors}`)
    // Ended by a signal: out of memory, or a fault in what decodes pictures.
    return refuse({ code: 'page/takes_too_much' })
  }
  const head = JSON.parse(ended.output.toString('utf8', 0, end)) as Result<DrawnHead, DrawFailure>
  return head.ok ? ok({ ...head.value, bytes: ended.output.subarray(end + 1) }) : head
}
