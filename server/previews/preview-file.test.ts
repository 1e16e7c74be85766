import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { detectMediaType } from '#server/files/media-type.ts'
import { previewFile } from '#server/previews/preview-file.ts'
import { aPdf, drawnLines } from '#server/testing/a-pdf.ts'
import { aWorkbook } from '#server/testing/a-workbook.ts'

const preview = (bytes: Uint8Array, name = 'tệp') =>
  previewFile(bytes, { mediaType: detectMediaType(bytes) ?? '', name })

test('a PDF is shown by its pages, a picture by itself', async () => {
  const page = drawnLines(60, 80, ['Báo cáo kết quả'], 8, 22)
  assert.deepEqual(await preview(aPdf([page, page])), { kind: 'pages', pages: 2 })
  assert.deepEqual(await preview(createCanvas(4, 4).toBuffer('image/png')), { kind: 'picture' })
})

test('of a workbook the first sheet is shown, of a table in text the cells', async () => {
  const bytes = await aWorkbook(
    [
      ['TT', 'Đơn vị'],
      [1, 'Ban phường Đà Lạt'],
    ],
    [],
    { name: 'Biên chế' },
  )
  assert.deepEqual(await preview(bytes), {
    kind: 'table',
    sheet: 'Biên chế',
    rows: [
      ['TT', 'Đơn vị'],
      ['1', 'Ban phường Đà Lạt'],
    ],
    total: 2,
    columns: 2,
    isCut: false,
  })
  assert.deepEqual(await preview(Buffer.from('TT,Đơn vị\n1,Đà Lạt\n'), 'bảng.csv'), {
    kind: 'table',
    sheet: null,
    rows: [
      ['TT', 'Đơn vị'],
      ['1', 'Đà Lạt'],
    ],
    total: 2,
    columns: 2,
    isCut: false,
  })
})

test('words are shown in Unicode, and of many only the beginning', async () => {
  assert.deepEqual(await preview(Buffer.from('Đã rà soát 124 xã.')), {
    kind: 'text',
    text: 'Đã rà soát 124 xã.',
    isCut: false,
  })
  const long = await preview(Buffer.from('rà soát biên chế cấp xã '.repeat(3000)))
  assert.ok(long.kind === 'text' && long.isCut && long.text.length === 40_000)
})

test('of a file that cannot be read nothing is shown', async () => {
  assert.deepEqual(await preview(Buffer.from('%PDF-1.7 hỏng')), { kind: 'none' })
})

test('of a long file only the beginning is read; how many lines it has is said all the same', async () => {
  const line = `${'Đà Lạt,'.repeat(20)}\n`
  const table = await preview(Buffer.from(line.repeat(100_000)), 'bảng.csv')
  assert.ok(table.kind === 'table')
  assert.deepEqual([table.rows.length, table.total, table.columns], [200, 100_000, 21])
  const words = await preview(Buffer.from(`Đà Lạt ${'rà soát biên chế cấp xã '.repeat(200_000)}`))
  assert.ok(words.kind === 'text' && words.isCut && words.text.startsWith('Đà Lạt'))
})

test('of a long table whose rows are long a row that is cut is not shown, and it is said that this is the beginning', async () => {
  const rows = Array.from({ length: 30 }, (_, at) => `${at + 1},${'x'.repeat(100_000)},hết`)
  const cut = await preview(Buffer.from(rows.join('\n')), 'bảng.csv')
  assert.ok(cut.kind === 'table' && cut.isCut)
  assert.deepEqual([cut.rows.length, cut.total], [20, 30])
  assert.deepEqual(new Set(cut.rows.map((row) => row.length)), new Set([3]))
  assert.deepEqual(cut.rows.at(-1)?.at(-1), 'hết')
  const one = await preview(Buffer.from('y'.repeat(3_000_000)), 'bảng.csv')
  assert.ok(one.kind === 'table' && one.rows.length === 1, 'what has one row shows how it begins')
  const whole = await preview(Buffer.from('a,b\n1,2'), 'bảng.csv')
  assert.ok(whole.kind === 'table' && !whole.isCut && whole.rows.length === 2)
})

test('of old formats nothing is shown: reporters keep no program busy that the office registers with', async () => {
  assert.deepEqual(await preview(Buffer.from('{\\rtf1 Bao cao}'), 'a.rtf'), { kind: 'none' })
})

test('a long file is cut where a letter begins, in whatever encoding, and its beginning is shown whether or not it has lines', async () => {
  const first = 'Đà Lạt\n'
  const long = 'rà soát biên chế cấp xã '.repeat(120_000)
  const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()
  for (const [name, bytes] of [
    ['UTF-8, one line after another', Buffer.from(first.repeat(300_000))],
    ['UTF-8, one short line and a long one', Buffer.from(first + long)],
    ['UTF-8, cut in the second byte', Buffer.from(`ab${'ế'.repeat(800_000)}`)],
    ['UTF-8, cut in the third byte', Buffer.from(`a${'ế'.repeat(800_000)}`)],
    ['UTF-16BE, one line after another', swapped(`\ufeff${first.repeat(300_000)}`)],
    ['UTF-16BE without a mark', swapped(`${'a\n'.repeat(700_000)}`)],
    ['UTF-16LE, one short line and a long one', Buffer.from(`\ufeff${first}${long}`, 'utf16le')],
    ['UTF-16LE, a pair at the cut', Buffer.from(`\ufeff${'😀'.repeat(600_000)}`, 'utf16le')],
    ['UTF-16BE, a pair at the cut', swapped(`\ufeff${'😀'.repeat(600_000)}`)],
  ] as const) {
    assert.ok(bytes.length > 2 * 1024 * 1024, name)
    const shown = await previewFile(bytes, { mediaType: 'text/plain', name: 'a.txt' })
    assert.ok(shown.kind === 'text' && shown.isCut, name)
    assert.equal(shown.text.length, 40_000, name)
  }
})
