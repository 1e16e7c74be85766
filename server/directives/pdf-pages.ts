import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { decodeTcvn3, decodeVni, hornsFromHyphens } from '#core/reading/legacy-encoding.ts'

type Matrix = readonly [number, number, number, number, number, number]
type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
export type LegacyFont = 'tcvn3' | 'vni'

/** Letters drawn in one go. Lengths in points, from the top left corner of the page as it is read; `y` is the base line. */
export interface Run {
  text: string
  x: number
  right: number
  y: number
  size: number
  bold: boolean
  italic: boolean
}

/** A line drawn along an axis: horizontal at y = `at` from x = `from` to `to`, or vertical at x = `at`. */
export interface Rule {
  horizontal: boolean
  at: number
  from: number
  to: number
}

export interface PdfPage {
  width: number
  height: number
  runs: Run[]
  rules: Rule[]
  legacy: Set<LegacyFont>
}

/** Rules thicker than this are areas (shading, pictures). */
const MAX_RULE_WIDTH = 4
const MIN_RULE_LENGTH = 6
const MAX_RULES = 20_000

/** Opens a PDF: no fonts of the system, no pictures, no scripts; nothing is fetched. */
export function openPdf(bytes: Uint8Array): Promise<Pdf> {
  return getDocumentProxy(bytes, {
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    enableXfa: false,
    verbosity: 0,
  })
}

export async function readPage(pdf: Pdf, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number)
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const operators = await page.getOperatorList()
  const content = await page.getTextContent({ disableNormalization: true })
  const base = transform as unknown as Matrix
  const legacy = new Set<LegacyFont>()
  const fonts = new Map<string, Face>()
  const placed: { run: Run; matrix: Matrix; length: number }[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    let face = fonts.get(item.fontName)
    if (face === undefined) fonts.set(item.fontName, (face = faceOf(nameOf(page.commonObjs, item.fontName))))
    const text = decode(item.str, face)
    if (face.legacy && text.trim() !== '') legacy.add(face.legacy)
    const matrix = multiply(base, item.transform as unknown as Matrix)
    const size = Math.hypot(matrix[2], matrix[3])
    if (size < 1 || !Number.isFinite(size)) continue
    const { bold, italic } = face
    placed.push({ run: { text, x: 0, right: 0, y: 0, size, bold, italic }, matrix, length: item.width })
  }
  const turn = commonTurn(placed.map(({ run, matrix }) => ({ turn: turnOf(matrix), letters: run.text.length })))
  const upright = uprightBy(turn, width, height)
  const runs: Run[] = []
  for (const { run, matrix, length } of placed) {
    // Letters at an angle are stamps and watermarks.
    if (turnOf(matrix) !== turn) continue
    const [, , , , x, y] = multiply(upright, matrix)
    runs.push({ ...run, x, right: x + length, y })
  }
  const rules = listRules(operators, multiply(upright, base), (await getResolvedPDFJS()).OPS)
  page.cleanup()
  const size = turn % 2 === 0 ? { width, height } : { width: height, height: width }
  return { ...size, runs: withoutDoubles(runs), rules, legacy }
}

interface Face {
  bold: boolean
  italic: boolean
  legacy: LegacyFont | undefined
  capitals: boolean
}

function nameOf(objects: { has(id: string): boolean; get(id: string): unknown }, id: string): string {
  if (!objects.has(id)) return ''
  const { name } = objects.get(id) as { name?: unknown }
  return typeof name === 'string' ? name : ''
}

/** Names as in "ABCDEF+.VnTimeH,Bold": a legacy font says how its letters are to be read. */
export function faceOf(name: string): Face {
  const plain = name.replace(/^[A-Z]{6}\+/, '')
  const legacy = /^\.?Vn[A-Z]/.test(plain) ? 'tcvn3' : /^VNI[-_ ]/i.test(plain) ? 'vni' : undefined
  return {
    bold: /bold|black|heavy/i.test(plain),
    italic: /italic|oblique/i.test(plain),
    legacy,
    capitals: legacy === 'tcvn3' && /^\.?Vn[A-Za-z ]*?H(?:$|[,-]|Bold|Italic)/.test(plain),
  }
}

function decode(shown: string, face: Face): string {
  if (!face.legacy) return shown.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
  // Symbol fonts lie at U+F000: their codes are meant.
  const text = shown.replace(/[\uf020-\uf0ff]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xf000))
  if (face.legacy === 'tcvn3') {
    const small = hornsFromHyphens(decodeTcvn3(text, 'small').text)
    return face.capitals ? small.toUpperCase() : small
  }
  return decodeVni(text).text
}

/** From a page whose letters lie `turn` quarters clockwise to one that reads upright. */
function uprightBy(turn: number, width: number, height: number): Matrix {
  if (turn === 1) return [0, -1, 1, 0, 0, width]
  if (turn === 2) return [-1, 0, 0, -1, width, height]
  return turn === 3 ? [0, 1, -1, 0, height, 0] : [1, 0, 0, 1, 0, 0]
}

/** How many quarter turns clockwise letters lie; NaN between them. */
function turnOf([a, b]: Matrix): number {
  const quarters = Math.atan2(b, a) / (Math.PI / 2)
  const nearest = Math.round(quarters)
  return Math.abs(quarters - nearest) > 0.03 ? Number.NaN : (nearest + 4) % 4
}

function commonTurn(list: readonly { turn: number; letters: number }[]): number {
  const weight = [0, 0, 0, 0]
  for (const { turn, letters } of list) if (!Number.isNaN(turn)) weight[turn] = (weight[turn] ?? 0) + letters
  return weight.indexOf(Math.max(...weight))
}

/** Bold and shadows are sometimes made by drawing twice. */
function withoutDoubles(runs: readonly Run[]): Run[] {
  const seen = new Set<string>()
  return runs.filter((run) => {
    if (run.text.trim() === '') return true
    const keys = [0, 1].map((shift) => `${run.text} ${Math.floor((run.x + shift) / 2)} ${Math.round(run.y)}`)
    const double = keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    return !double
  })
}

interface Operators {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
}

/** The straight lines of a page, drawn as strokes or as thin rectangles. */
function listRules({ fnArray, argsArray }: Operators, base: Matrix, OPS: Readonly<Record<string, number>>): Rule[] {
  const painted = new Set(
    [
      'stroke',
      'closeStroke',
      'fill',
      'eoFill',
      'fillStroke',
      'eoFillStroke',
      'closeFillStroke',
      'closeEOFillStroke',
    ].map((name) => OPS[name]),
  )
  const stack: Matrix[] = []
  const rules: Rule[] = []
  let matrix = base
  for (const [i, operator] of fnArray.entries()) {
    if (rules.length >= MAX_RULES) break
    if (operator === OPS['save'] || operator === OPS['paintFormXObjectBegin']) stack.push(matrix)
    if (operator === OPS['restore'] || operator === OPS['paintFormXObjectEnd']) matrix = stack.pop() ?? base
    const args = argsArray[i] as unknown[] | null
    if (operator === OPS['transform']) matrix = multiply(matrix, args as unknown as Matrix)
    if (operator === OPS['paintFormXObjectBegin'] && Array.isArray(args?.[0]))
      matrix = multiply(matrix, args[0] as unknown as Matrix)
    if (operator !== OPS['constructPath'] || !painted.has(args?.[0] as number)) continue
    for (const path of (args?.[1] ?? []) as (Float32Array | null)[])
      if (path) rules.push(...rulesOf(path, matrix, args?.[0] === OPS['stroke'] || args?.[0] === OPS['closeStroke']))
  }
  return rules
}

/** A path of pdf.js: 0 x y moves, 1 x y draws a line, 2 and 3 draw curves, 4 closes. */
function rulesOf(path: Float32Array, matrix: Matrix, stroked: boolean): Rule[] {
  const shapes: [number, number][][] = []
  for (let i = 0; i < path.length; ) {
    const kind = path[i++]
    const shape = shapes.at(-1)
    if (kind === 4 && shape?.[0]) shape.push(shape[0])
    if (kind === 4) continue
    i += kind === 2 ? 4 : kind === 3 ? 2 : 0
    const point = at(matrix, path[i++] ?? 0, path[i++] ?? 0)
    if (kind === 0) shapes.push([point])
    else shape?.push(kind === 1 ? point : [Number.NaN, Number.NaN])
  }
  return shapes.flatMap((shape) => (stroked ? sidesOf(shape) : barOf(shape)))
}

function sidesOf(shape: readonly [number, number][]): Rule[] {
  return shape.slice(1).flatMap(([x, y], i) => {
    const [px, py] = shape[i] ?? [x, y]
    return ruleOf(Math.min(x, px), Math.min(y, py), Math.max(x, px), Math.max(y, py))
  })
}

function barOf(shape: readonly [number, number][]): Rule[] {
  const xs = shape.map(([x]) => x)
  const ys = shape.map(([, y]) => y)
  return ruleOf(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
}

function ruleOf(left: number, top: number, right: number, bottom: number): Rule[] {
  const [width, height] = [right - left, bottom - top]
  if (height <= MAX_RULE_WIDTH && width >= MIN_RULE_LENGTH && width > height)
    return [{ horizontal: true, at: (top + bottom) / 2, from: left, to: right }]
  if (width <= MAX_RULE_WIDTH && height >= MIN_RULE_LENGTH)
    return [{ horizontal: false, at: (left + right) / 2, from: top, to: bottom }]
  return []
}

function at([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

function multiply(m: Matrix, n: Matrix): Matrix {
  const [a, b, c, d, e, f] = m
  return [
    a * n[0] + c * n[1],
    b * n[0] + d * n[1],
    a * n[2] + c * n[3],
    b * n[2] + d * n[3],
    a * n[4] + c * n[5] + e,
    b * n[4] + d * n[5] + f,
  ]
}
