// A program of its own that draws one page: a hostile file costs at most this process. The file on standard input, the order as argument;
// on standard output one line of JSON, and behind it the picture.
import { buffer } from 'node:stream/consumers'
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import type { DrawFailure, DrawnHead, DrawOrder } from '#server/files/draw-page.ts'
import { type Drawn, drawPdf } from '#server/files/draw-pdf.ts'
import { fitted, MAX_PICTURE_PIXELS } from '#server/files/draw-limits.ts'
import { mediaTypes } from '#server/files/media-type.ts'
import { pictureSize } from '#server/files/picture-size.ts'

/** Photographs do not say how large the sheet was: A4 is assumed, 210 mm from side to side. */
const SHEET_INCHES = 210 / 25.4
/** A photograph is enlarged for recognition, but no further than this. */
const MAX_ENLARGED = 3
/** How far below the commonest light grey of a sheet its paper goes. */
const GRAIN = 32

async function drawPicture(bytes: Uint8Array, order: DrawOrder): Promise<Result<Drawn, DrawFailure>> {
  if (order.page > 1) return refuse({ code: 'page/none', page: order.page, pages: 1 })
  const announced = pictureSize(bytes)
  if (!announced) return refuse({ code: 'page/broken', page: 1 })
  if (announced.width * announced.height > MAX_PICTURE_PIXELS) return refuse({ code: 'page/takes_too_much' })
  const picture = await loadImage(Buffer.from(bytes))
  const short = Math.min(picture.width, picture.height)
  const wanted =
    'dpi' in order
      ? Math.min(MAX_ENLARGED, (order.dpi * SHEET_INCHES) / short)
      : Math.min(1, order.width / picture.width)
  const scale = fitted(picture, wanted)
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)].map((side) =>
    Math.max(1, side),
  ) as [number, number]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return ok({ canvas, dpi: (short * scale) / SHEET_INCHES })
}

/** Grey, as portable graymap: nothing to compress and nothing to expand for the program that reads it. */
function graymap(canvas: Canvas): Buffer {
  const [pixels, count] = [canvas.data(), canvas.width * canvas.height]
  const grey = Buffer.allocUnsafe(count)
  for (let i = 0, at = 0; i < count; i++, at += 4)
    // ITU-R BT.601, in 256ths.
    grey[i] = ((pixels[at] ?? 0) * 77 + (pixels[at + 1] ?? 0) * 150 + (pixels[at + 2] ?? 0) * 29) >> 8
  whiten(grey)
  return Buffer.concat([Buffer.from(`P5 ${canvas.width} ${canvas.height} 255\n`), grey])
}

/** Paper becomes white: its grain would be searched for letters, an empty sheet for many seconds. */
function whiten(grey: Buffer): void {
  const counts = new Uint32Array(256)
  for (let at = 0; at < grey.length; at++) {
    const value = grey[at] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  let paper = 255
  for (let value = 128; value < 256; value++) if ((counts[value] ?? 0) > (counts[paper] ?? 0)) paper = value
  const white = paper - GRAIN
  const levels = Uint8Array.from(counts, (_, value) => Math.min(255, Math.round((value * 255) / white)))
  for (let at = 0; at < grey.length; at++) grey[at] = levels[grey[at] ?? 0] ?? 0
}

async function draw(bytes: Uint8Array, order: DrawOrder): Promise<Result<Drawn, DrawFailure>> {
  try {
    return await (order.mediaType === mediaTypes.pdf ? drawPdf(bytes, order) : drawPicture(bytes, order))
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return refuse(isLocked ? { code: 'file/pdf_encrypted' } : { code: 'page/broken', page: order.page })
  }
}

const order = JSON.parse(process.argv[2] ?? '') as DrawOrder
const drawn = await draw(new Uint8Array(await buffer(process.stdin)), order)
if (drawn.ok) {
  const { canvas, dpi } = drawn.value
  const { width, height } = canvas
  const [mediaType, picture] =
    'dpi' in order
      ? (['image/x-portable-graymap', graymap(canvas)] as const)
      : (['image/jpeg', await canvas.encode('jpeg', 82)] as const)
  process.stdout.write(
    `${JSON.stringify(ok({ mediaType, width, height, dpi: Math.round(dpi) } satisfies DrawnHead))}\n`,
  )
  process.stdout.write(picture)
} else process.stdout.write(`${JSON.stringify(drawn)}\n`)
