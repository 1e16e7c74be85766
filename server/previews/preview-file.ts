import { gridOf } from '#core/imports/grid.ts'
import type { Preview } from '#core/previews/api.ts'
import { separatedRows } from '#core/previews/separated.ts'
import { extractText } from '#server/directives/extract-text.ts'
import { mediaTypes } from '#server/files/media-type.ts'
import { readWorkbook } from '#server/imports/read-workbook.ts'
import type { Tools } from '#server/tools.ts'

const MOST = { rows: 200, columns: 30, letters: 40_000, cell: 400 }

/** What of a file can be shown. What cannot be read is shown as nothing: the bytes are there to be taken all the same. */
export async function previewFile(
  bytes: Uint8Array,
  { mediaType, name }: { mediaType: string; name: string },
  tools: Pick<Tools, 'toDocx'>,
): Promise<Preview> {
  if (mediaType === mediaTypes.png || mediaType === mediaTypes.jpeg) return { kind: 'picture' }
  if (mediaType === mediaTypes.xlsx) return previewWorkbook(bytes, mediaType)
  const read = await extractText(bytes, mediaType, tools)
  if (!read.ok) return { kind: 'none' }
  const { text, pages } = read.value
  if (mediaType === mediaTypes.pdf)
    return pages && pages.length > 0 ? { kind: 'pages', pages: pages.length } : { kind: 'none' }
  if (text === '') return { kind: 'none' }
  if (/\.(csv|tsv)$/i.test(name)) return tableOf(null, separatedRows(text))
  return { kind: 'text', text: text.slice(0, MOST.letters), isCut: text.length > MOST.letters }
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
  return { kind: 'table', sheet, rows: shown, total: rows.length, columns }
}
