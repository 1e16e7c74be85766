import { buffer } from 'node:stream/consumers'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { type DrawFailure, type DrawnPage, drawPage, hasPages } from '#server/files/draw-page.ts'
import type { FileStore } from '#server/files/file-store.ts'

export interface StoredOriginal {
  sha256: string
  mediaType: string
}

const CACHE_BYTES = 64 * 1024 * 1024

/** Pages as they were drawn, by what they were drawn from: the same bytes give the same picture, whoever asks. The last used are at the end. */
const drawn = new Map<string, DrawnPage>()
/** Two people who open a page at the same time wait for one drawing. */
const underWay = new Map<string, Promise<Result<DrawnPage, DrawFailure>>>()
let bytesHeld = 0

/** One page of a stored original, `width` pixels wide. Whether the caller may see the file is judged before. */
export async function pageImage(
  files: FileStore,
  { sha256, mediaType }: StoredOriginal,
  page: number,
  width: number,
): Promise<Result<DrawnPage, DrawFailure>> {
  if (!hasPages(mediaType)) return refuse({ code: 'file/no_pages' })
  const key = `${sha256} ${mediaType} ${page} ${width}`
  const kept = drawn.get(key)
  if (kept) {
    drawn.delete(key)
    drawn.set(key, kept)
    return ok(kept)
  }
  const begun = underWay.get(key)
  if (begun) return begun
  const drawing = (async () => {
    const image = await drawPage(await buffer(await files.open(sha256)), { mediaType, page, width })
    if (image.ok) keep(key, image.value)
    return image
  })()
  underWay.set(key, drawing)
  try {
    return await drawing
  } finally {
    underWay.delete(key)
  }
}

function keep(key: string, image: DrawnPage): void {
  // A copy: what came out of the program is part of a larger buffer.
  drawn.set(key, { ...image, bytes: Buffer.from(image.bytes) })
  bytesHeld += image.bytes.length
  for (const [oldest, { bytes }] of drawn) {
    if (bytesHeld <= CACHE_BYTES) return
    drawn.delete(oldest)
    bytesHeld -= bytes.length
  }
}

/** Of bytes that are taken away no picture is kept either. */
export function forgetPages(sha256: string): void {
  for (const [key, { bytes }] of drawn) {
    if (!key.startsWith(`${sha256} `)) continue
    drawn.delete(key)
    bytesHeld -= bytes.length
  }
}
