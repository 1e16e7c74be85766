import { gridOf } from '#core/imports/grid.ts'
import type { Preview } from '#core/previews/api.ts'
import { separatedRows } from '#core/previews/separated.ts'
import { guessEncoding } from '#core/reading/guess-encoding.ts'
import { extractText } from '#server/directives/extract-text.ts'
import { mediaTypes } from '#server/files/media-type.ts'
import { readWorkbook } from '#server/imports/read-workbook.ts'

const MOST = { rows: 200, columns: 30, letters: 40_000, cell: 400 }

/** Of words no more than this is looked at: the rest would not be shown. */
const LOOKED_AT = 2 * 1024 * 1024

/**
 * What of a file can be shown. What cannot be read is shown as nothing: the bytes are there to be taken all the same.
 *
 * Old formats (.doc, .rtf, .odt) are among that. Only LibreOffice reads them, in minutes at worst and one after the other with what the office
 * registers, and what it fetches for a document is not bounded: whoever reports could keep the office from registering.
 */
export async function previewFile(
  whole: Uint8Array,
  { mediaType, name }: { mediaType: string; name: string },
): Promise<Preview> {
  if (mediaType === mediaTypes.png || mediaType === mediaTypes.jpeg) return { kind: 'picture' }
  if (mediaType === mediaTypes.xlsx) return previewWorkbook(whole, mediaType)
  const bytes = mediaType.startsWith(mediaTypes.text) ? beginningOf(whole) : whole
  const read = await extractText(bytes, mediaType)
  if (!read.ok) return { kind: 'none' }
  const { text, pages } = read.value
  if (mediaType === mediaTypes.pdf)
    return pages && pages.length > 0 ? { kind: 'pages', pages: pages.length } : { kind: 'none' }
  if (text === '') return { kind: 'none' }
  const isCut = bytes.length < whole.length
  if (/\.(csv|tsv)$/i.test(name)) {
    const { rows, total, columns, isWhole } = separatedRows(text, MOST)
    if (!isCut) return { kind: 'table', sheet: null, rows, columns, total, isCut }
    // A row that goes on behind the cut is shown as none, unless there is no other.
    const isPart = !isWhole && rows.length === total && total > 1
    const counted = Math.max(total, linesOf(whole))
    return { kind: 'table', sheet: null, rows: isPart ? rows.slice(0, -1) : rows, columns, total: counted, isCut }
  }
  return { kind: 'text', text: text.slice(0, MOST.letters), isCut: isCut || text.length > MOST.letters }
}

/** Up to where a letter begins. */
function beginningOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= LOOKED_AT) return bytes
  let end = LOOKED_AT
  const encoding = guessEncoding(bytes.subarray(0, end))
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    // The second half of a surrogate pair is DC00 to DFFF.
    const high = bytes[encoding === 'utf-16le' ? end + 1 : end] ?? 0
    return bytes.subarray(0, high >= 0xdc && high <= 0xdf ? end - 2 : end)
  }
  while (end > LOOKED_AT - 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.subarray(0, end)
}

const LINE_END = 0x0a

function linesOf(bytes: Uint8Array): number {
  let lines = 0
  for (const byte of bytes) if (byte === LINE_END) lines += 1
  return bytes.at(-1) === LINE_END ? lines : lines + 1
}

async function previewWorkbook(bytes: Uint8Array, mediaType: string): Promise<Preview> {
  const read = await readWorkbook(bytes, mediaType)
  const sheet = read.ok ? read.value[0] : undefined
  if (!sheet) return { kind: 'none' }
  const grid = gridOf(sheet)
  const rows = grid.rows.filter((_, at) => !grid.hidden.has(at))
  return tableOf(
    sheet.name,
    rows.map((row) => row.map(({ text }) => text)),
  )
}

function tableOf(sheet: string | null, rows: string[][]): Preview {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const shown = rows
    .slice(0, MOST.rows)
    .map((row) => row.slice(0, MOST.columns).map((cell) => cell.slice(0, MOST.cell)))
  return { kind: 'table', sheet, rows: shown, total: rows.length, columns, isCut: false }
}
