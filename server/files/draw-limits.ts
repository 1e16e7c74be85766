import type { Size } from '#server/files/picture-size.ts'

/** Of a picture when it is expanded: a page in A3 at 600 dpi has 70 million pixels. */
export const MAX_PICTURE_PIXELS = 80_000_000
/** What transparent groups, patterns, masks and pictures may hold together while a page is drawn. */
export const MAX_CANVAS_PIXELS = 120_000_000
const MAX_BITMAP_PIXELS = 20_000_000
/** Of the bitmap; JPEG has no more than 65,500. */
const MAX_SIDE = 16_000

/** The scale that is wanted, or the largest one at which the bitmap is not too large. */
export function fitted({ width, height }: Size, wanted: number): number {
  return Math.min(wanted, Math.sqrt(MAX_BITMAP_PIXELS / (width * height)), MAX_SIDE / Math.max(width, height))
}
