import { readFileSync } from 'node:fs'
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import { assemblePdf } from '#server/testing/a-pdf.ts'

export interface ScanOptions {
  /** How the sheet lay on the glass, in degrees clockwise. */
  skew?: number
  dpi?: number
  /** Points. */
  size?: number
}

const INCH = 72
const [WIDTH, HEIGHT] = [595, 842]
const MARGIN = 85
const FAMILIES = { normal: 'Scan Vietnamese, Scan Latin', bold: 'Scan Bold Vietnamese, Scan Bold Latin' }

/**
 * A page as a scanner gives it: lines in a serif type, black on slightly grey, a little askew. A line that begins with a tab is
 * indented, one between asterisks is bold and centred, `a || b` stands in two columns; an empty one is a gap.
 */
export async function aScannedPage(
  lines: readonly string[],
  { skew = 0.5, dpi = 200, size = 14 }: ScanOptions = {},
): Promise<{ jpeg: Buffer; width: number; height: number }> {
  registerFonts()
  const scale = dpi / INCH
  const canvas = createCanvas(Math.round(WIDTH * scale), Math.round(HEIGHT * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = '#eceae6'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(scale, scale)
  context.rotate((skew * Math.PI) / 180)
  context.fillStyle = '#23211f'
  for (const [i, line] of lines.entries()) {
    const y = 72 + i * size * 1.4
    const [left = '', right] = line.split(' || ')
    if (right === undefined) draw(context, left, y, size)
    else
      for (const [words, centre] of [
        [left, 165],
        [right, 420],
      ] as const)
        draw(context, words, y, size, centre)
  }
  grain(canvas)
  return { jpeg: await canvas.encode('jpeg', 75), width: canvas.width, height: canvas.height }
}

function draw(context: SKRSContext2D, line: string, y: number, size: number, centre?: number): void {
  const title = /^\*(.*)\*$/u.exec(line)?.[1]
  context.font = `${size}px ${title === undefined ? FAMILIES.normal : FAMILIES.bold}`
  const words = title ?? line.trimStart()
  const middle = centre ?? (title === undefined ? undefined : WIDTH / 2)
  const edge = MARGIN + (line.startsWith('\t') ? 28 : 0)
  context.fillText(words, middle === undefined ? edge : middle - context.measureText(words).width / 2, y)
}

/** A PDF as an office's scanner writes it: each page one picture, and no letters. */
export async function aScan(pages: readonly (readonly string[])[], options: ScanOptions = {}): Promise<Uint8Array> {
  const pictures: PdfPicture[] = []
  for (const lines of pages) {
    const { jpeg, width, height } = await aScannedPage(lines, options)
    pictures.push({
      width,
      height,
      entries: '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
      bytes: jpeg,
    })
  }
  return aPdfOfPictures(pictures)
}

export interface PdfPicture {
  width: number
  height: number
  /** What else its dictionary says: colours, filter. */
  entries: string
  bytes: Uint8Array
}

/** Each picture fills a page of A4. */
export function aPdfOfPictures(pictures: readonly PdfPicture[]): Uint8Array {
  const objects = new Map<number, string>()
  const kids = pictures.map((_, i) => `${3 + i * 3} 0 R`).join(' ')
  objects.set(1, '<< /Type /Catalog /Pages 2 0 R >>')
  objects.set(2, `<< /Type /Pages /Count ${pictures.length} /Kids [${kids}] >>`)
  const draw = `${WIDTH} 0 0 ${HEIGHT} 0 0 cm /Im Do`
  for (const [i, { width, height, entries, bytes }] of pictures.entries()) {
    const at = 3 + i * 3
    objects.set(
      at,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${at + 1} 0 R /Resources << /XObject << /Im ${at + 2} 0 R >> >> >>`,
    )
    objects.set(at + 1, `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`)
    objects.set(
      at + 2,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${entries} /Length ${bytes.length} >>\n` +
        `stream\n${Buffer.from(bytes).toString('latin1')}\nendstream`,
    )
  }
  return assemblePdf(objects)
}

/** The same specks on every machine: numbers from a linear congruence (Numerical Recipes), not from chance. */
function grain(canvas: Canvas): void {
  const context = canvas.getContext('2d')
  const picture = context.getImageData(0, 0, canvas.width, canvas.height)
  const { data } = picture
  let state = 1
  for (let at = 0; at < data.length; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const speck = (state >>> 27) - 16
    for (const channel of [at, at + 1, at + 2]) data[channel] = Math.max(0, Math.min(255, (data[channel] ?? 0) + speck))
  }
  context.putImageData(picture, 0, 0)
}

let registered = false

function registerFonts(): void {
  if (registered) return
  registered = true
  for (const [weight, bold] of [
    ['400', ''],
    ['700', 'Bold '],
  ] as const)
    for (const [subset, name] of [
      ['vietnamese', 'Vietnamese'],
      ['latin', 'Latin'],
    ] as const) {
      const path = import.meta.resolve(`@fontsource/tinos/files/tinos-${subset}-${weight}-normal.woff2`)
      GlobalFonts.register(readFileSync(new URL(path)), `Scan ${bold}${name}`)
    }
}
