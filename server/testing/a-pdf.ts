import { deflateSync } from 'node:zlib'

/** What is drawn on a page of A4; lengths in points, from the top left corner, `y` is the base line. Every letter is half its size wide. */
export type Drawn =
  | { text: string; x: number; y: number; size?: number; font?: string; turned?: boolean }
  | { rule: readonly [x: number, y: number, toX: number, toY: number] }
  /** Operators as they are. */
  | { raw: string }

export interface PdfOptions {
  /** Needs a password to open. */
  locked?: boolean
  deflated?: boolean
  /** Further objects, numbered from 100, and names for them as form XObjects. */
  forms?: readonly string[]
}

const WIDTH = 595
const HEIGHT = 842
const LEGACY = /^\.?Vn|^VNI/

/** The width of a text in these files. */
export function widthOf(text: string, size = 14): number {
  return (text.length * size) / 2
}

/** Lines of text one under the other. */
export function drawnLines(x: number, y: number, lines: readonly string[], size = 14, leading = 18): Drawn[] {
  return lines.map((text, i) => ({ text, x, y: y + i * leading, size }))
}

/** The rules of a table, and its cells of one or more lines. */
export function drawnTable(
  xs: readonly number[],
  ys: readonly number[],
  cells: readonly (readonly string[])[],
): Drawn[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  return [
    ...xs.map((x): Drawn => ({ rule: [x, top, x, bottom] })),
    ...ys.map((y): Drawn => ({ rule: [left, y, right, y] })),
    ...cells.flatMap((row, i) =>
      row.flatMap((cell, j) => drawnLines((xs[j] ?? 0) + 3, (ys[i] ?? 0) + 12, cell.split('\n'), 10, 12)),
    ),
  ]
}

/**
 * A PDF as a word processor might write it. Letters are numbered in a font without letters of its own, whose ToUnicode says which they are;
 * the fonts .Vn… and VNI-… have the codes of Windows-1252 and say nothing.
 */
export function aPdf(
  pages: readonly (readonly Drawn[])[],
  { locked, deflated, forms = [] }: PdfOptions = {},
): Uint8Array {
  const names = [...new Set(pages.flat().flatMap((one) => ('text' in one ? [one.font ?? 'TimesNewRoman'] : [])))]
  const letters = [...new Set(pages.flat().flatMap((one) => ('text' in one ? Array.from(one.text) : [])))]
  const objects = new Map<number, string>()
  const first = 10 + names.length * 4
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`)
  objects.set(1, '<< /Type /Catalog /Pages 2 0 R >>')
  objects.set(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`)
  for (const [i, name] of names.entries()) addFont(objects, 10 + i * 4, name, letters)
  for (const [i, form] of forms.entries())
    objects.set(
      1000 + i,
      stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << ${formNames(forms)} >> >>`,
        form,
      ),
    )
  const fonts = names.map((_, i) => `/F${i} ${10 + i * 4} 0 R`).join(' ')
  for (const [i, page] of pages.entries()) {
    objects.set(
      first + i * 2,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${first + i * 2 + 1} 0 R ` +
        `/Resources << /Font << ${fonts} >> /XObject << ${formNames(forms)} >> >> >>`,
    )
    const content = page.map((one) => operators(one, names, letters)).join('\n')
    objects.set(first + i * 2 + 1, deflated ? deflatedStream(content) : stream('', content))
  }
  if (locked) {
    const digest = `<${'5a'.repeat(32)}>`
    objects.set(5, `<< /Filter /Standard /V 1 /R 2 /O ${digest} /U ${digest} /P -4 >>`)
  }
  return assemblePdf(objects, locked ? `/Encrypt 5 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]` : '')
}

function formNames(forms: readonly string[]): string {
  return forms.map((_, i) => `/X${i} ${1000 + i} 0 R`).join(' ')
}

function operators(one: Drawn, names: readonly string[], letters: readonly string[]): string {
  if ('raw' in one) return one.raw
  if ('rule' in one) {
    const [x, y, toX, toY] = one.rule
    return `0.5 w ${x} ${HEIGHT - y} m ${toX} ${HEIGHT - toY} l S`
  }
  const { text, x, y, size = 14, font = 'TimesNewRoman', turned } = one
  const codes = Array.from(text, (letter) =>
    LEGACY.test(font)
      ? letter.charCodeAt(0).toString(16).padStart(2, '0')
      : (letters.indexOf(letter) + 1).toString(16).padStart(4, '0'),
  )
  const place = turned ? `0 1 -1 0 ${y} ${x}` : `1 0 0 1 ${x} ${HEIGHT - y}`
  return `BT /F${names.indexOf(font)} ${size} Tf ${place} Tm <${codes.join('')}> Tj ET`
}

function addFont(objects: Map<number, string>, at: number, name: string, letters: readonly string[]): void {
  if (LEGACY.test(name)) {
    const widths = Array.from({ length: 224 }, () => 500).join(' ')
    objects.set(
      at,
      `<< /Type /Font /Subtype /TrueType /BaseFont /${name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [${widths}] /FontDescriptor ${at + 1} 0 R >>`,
    )
    objects.set(at + 1, descriptor(name, 32))
    return
  }
  objects.set(
    at,
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${at + 1} 0 R] /ToUnicode ${at + 3} 0 R >>`,
  )
  objects.set(
    at + 1,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor ${at + 2} 0 R >>`,
  )
  objects.set(at + 2, descriptor(name, 4))
  const hex = (letter: string) => Buffer.from(letter, 'utf16le').swap16().toString('hex')
  const pairs = letters.map((letter, i) => `<${(i + 1).toString(16).padStart(4, '0')}> <${hex(letter)}>`)
  const blocks: string[] = []
  for (let from = 0; from < pairs.length; from += 100) {
    const block = pairs.slice(from, from + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  objects.set(
    at + 3,
    stream(
      '',
      `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nend\nend`,
    ),
  )
}

function descriptor(name: string, flags: number): string {
  return `<< /Type /FontDescriptor /FontName /${name} /Flags ${flags} /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>`
}

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`
}

function deflatedStream(content: string): string {
  const packed = deflateSync(Buffer.from(content, 'latin1')).toString('latin1')
  return `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`
}

/** The file out of its objects: 1 is the catalogue. */
export function assemblePdf(objects: ReadonlyMap<number, string>, trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = new Map<number, number>()
  for (const [number, body] of objects) {
    offsets.set(number, file.length)
    file += `${number} 0 obj\n${body}\nendobj\n`
  }
  const start = file.length
  file += 'xref\n0 1\n0000000000 65535 f \n'
  for (const [number, offset] of offsets) file += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<< /Size ${Math.max(...objects.keys()) + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
