import { fileURLToPath } from 'node:url'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { fitted, MAX_CANVAS_PIXELS, MAX_PICTURE_PIXELS } from '#server/files/draw-limits.ts'
import type { DrawFailure, DrawOrder } from '#server/files/draw-page.ts'

const POINTS_PER_INCH = 72
/** What decodes CCITT, JBIG2 and JPEG 2000, and the 14 standard fonts; `unpdf`, which reads text, comes without them. */
const base = import.meta.resolve('pdfjs-dist/package.json')
/** pdf.js reads these as names of files, with a slash at the end, although it calls them URLs. */
const folder = (name: string) => fileURLToPath(new URL(`./${name}/`, base)).replaceAll('\\', '/')

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>
type Page = Awaited<ReturnType<Pdf['getPage']>>

export interface Drawn {
  canvas: Canvas
  dpi: number
}

interface Entry {
  canvas: Canvas
  context: unknown
}

/** More canvas than `MAX_CANVAS_PIXELS`. */
class Budget extends Error {}

/** Draws a page of a PDF as it is read, turned pages upright. For a process of its own: it takes over the console. */
export async function drawPdf(bytes: Uint8Array, order: DrawOrder): Promise<Result<Drawn, DrawFailure>> {
  const warnings: string[] = []
  console.warn = console.log = (text: unknown) => void warnings.push(String(text))
  let pixels = 0
  const count = (more: number) => {
    pixels += more
    if (pixels > MAX_CANVAS_PIXELS) throw new Budget()
  }
  class CountingFactory {
    create(width: number, height: number): Entry {
      count(width * height)
      const canvas = createCanvas(width, height)
      return { canvas, context: canvas.getContext('2d') }
    }
    reset({ canvas }: Entry, width: number, height: number): void {
      count(width * height - canvas.width * canvas.height)
      canvas.width = width
      canvas.height = height
    }
    destroy({ canvas }: Entry): void {
      count(-canvas.width * canvas.height)
      canvas.width = canvas.height = 0
    }
  }
  const pdf = await getDocument({
    data: bytes,
    CanvasFactory: CountingFactory,
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MAX_PICTURE_PIXELS,
    canvasMaxAreaInBytes: MAX_CANVAS_PIXELS * 4,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 1,
  }).promise
  if (order.page > pdf.numPages) return refuse({ code: 'page/none', page: order.page, pages: pdf.numPages })
  const page = await pdf.getPage(order.page)
  widenPictures(page)
  const natural = page.getViewport({ scale: 1 })
  const wanted = 'dpi' in order ? order.dpi / POINTS_PER_INCH : order.width / natural.width
  const viewport = page.getViewport({ scale: fitted(natural, wanted) })
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  const canvasContext = canvas.getContext('2d')
  try {
    await page.render({ canvas, canvasContext, viewport } as unknown as Parameters<typeof page.render>[0]).promise
  } catch (error) {
    return refuse(error instanceof Budget ? { code: 'page/takes_too_much' } : { code: 'page/broken', page: order.page })
  }
  // A picture that cannot be expanded is left out with a warning; a sheet that is nothing else would look empty.
  const isMissing = warnings.some((text) => /image/i.test(text))
  if (isMissing && isBlank(canvas)) return refuse({ code: 'page/broken', page: order.page })
  return ok({ canvas, dpi: viewport.scale * POINTS_PER_INCH })
}

/**
 * pdf.js paints pictures of three bytes a pixel in strips, and with each strip runs over all that came before it: seconds for a scan, and
 * a wrong pixel here and there (convertRGBToRGBA of 6.1.200 starts its remainder at the beginning of the picture). With four bytes a pixel
 * it does not.
 */
function widenPictures({ objs, commonObjs }: Page): void {
  for (const held of [objs, commonObjs] as { resolve: (id: string, data: unknown) => void }[]) {
    const resolve = held.resolve.bind(held)
    held.resolve = (id, data) => {
      resolve(id, isNarrow(data) ? { ...data, kind: RGBA, data: widened(data.data) } : data)
    }
  }
}

const [RGB, RGBA] = [2, 3]

function isNarrow(data: unknown): data is { kind: number; data: Uint8Array } {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === RGB && 'data' in data
}

function widened(narrow: Uint8Array): Uint8ClampedArray {
  const wide = new Uint8ClampedArray((narrow.length / 3) * 4).fill(255)
  for (let from = 0, to = 0; from < narrow.length; from += 3, to += 4) {
    wide[to] = narrow[from] ?? 0
    wide[to + 1] = narrow[from + 1] ?? 0
    wide[to + 2] = narrow[from + 2] ?? 0
  }
  return wide
}

function isBlank(canvas: Canvas): boolean {
  return canvas.data().every((value) => value === 255)
}
