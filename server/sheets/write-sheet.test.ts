import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { MOST_SHEET_ROWS, type Sheet } from '#core/sheets/sheet.ts'
import { sheetFileName, writeSheet } from '#server/sheets/write-sheet.ts'

const SHEET: Sheet = {
  language: 'vi',
  title: 'Lượt giao quá hạn',
  filters: ['Trạng thái: đang thực hiện', 'Chủ trì: Sở Lâm Đồng'],
  count: '2 lượt giao của 2 nhiệm vụ',
  asOf: '2026-03-16T02:00:00.000Z' as Instant,
  demo: true,
  columns: [
    { head: 'Mã', kind: 'text', width: 12 },
    { head: 'Hạn', kind: 'date', width: 12 },
    { head: 'Ngày quá hạn', kind: 'number', width: 10 },
    { head: 'Tiến độ', kind: 'percent', width: 10 },
  ],
  rows: [
    { heading: 'Sở Lâm Đồng (2)' },
    ['NV-12', '2026-02-28', 16, 0.4],
    ['=HYPERLINK("http://x")', null, null, null],
  ],
}

async function readBack(sheet: Sheet) {
  const bytes = await writeSheet(sheet)
  const workbook = await readXlsx(bytes, { readStyles: true })
  const first = workbook.sheets[0]
  assert.ok(first)
  const parts = unzipSync(bytes)
  return {
    first,
    cell: (at: string) => first.cells?.get(at),
    part: (name: string) => new TextDecoder().decode(parts[name]),
  }
}

test('a sheet says above its table what it is, by which conditions, as of when, and that it is a demo', async () => {
  const { first } = await readBack(SHEET)
  assert.deepEqual(
    first.rows.slice(0, 6).map((row) => row[0] ?? null),
    [
      'Lượt giao quá hạn',
      'Điều kiện: Trạng thái: đang thực hiện; Chủ trì: Sở Lâm Đồng',
      'Tính đến 09:00 ngày 16/3/2026 · 2 lượt giao của 2 nhiệm vụ',
      'Số liệu minh hoạ',
      null,
      'Mã',
    ],
  )
  assert.deepEqual(first.rows[5], ['Mã', 'Hạn', 'Ngày quá hạn', 'Tiến độ'])
  const english = await readBack({ ...SHEET, language: 'en', filters: [], demo: false })
  assert.deepEqual(
    english.first.rows.slice(1, 4).map((row) => row[0] ?? null),
    ['Conditions: none', 'As of 09:00, 16 Mar 2026 · 2 lượt giao của 2 nhiệm vụ', null],
  )
})

test('a date is a date, a share a percent and a number a number, so that Excel can sort and reckon with them', async () => {
  const { first, cell } = await readBack(SHEET)
  assert.deepEqual(first.rows[7], ['NV-12', new Date('2026-02-28T00:00:00Z'), 16, 0.4])
  assert.equal(cell('7,1')?.type, 'date')
  assert.equal(cell('7,1')?.style?.numFmt, 'dd/mm/yyyy')
  assert.equal(cell('7,3')?.style?.numFmt, '0%')
})

test('text that begins like a formula stays text, also when it is typed over', async () => {
  for (const sign of ['=', '+', '-', '@']) {
    const { cell } = await readBack({ ...SHEET, rows: [[`${sign}1+1`, null, null, null]] })
    const { value, type, formula, style } = cell('6,0') ?? {}
    assert.deepEqual([value, type, formula, style?.numFmt], [`${sign}1+1`, 'string', undefined, '@'])
  }
})

test('it prints on A4 across, as wide as a page, with head, conditions and time on every page', async () => {
  const { first, part } = await readBack(SHEET)
  assert.equal(first.pageSetup?.paperSize, 'a4')
  assert.equal(first.pageSetup?.orientation, 'landscape')
  assert.deepEqual([first.pageSetup?.fitToWidth, first.pageSetup?.fitToHeight], [1, 0])
  assert.equal(first.freezePane?.rows, 6)
  assert.match(part('xl/workbook.xml'), /_xlnm\.Print_Titles[^>]*>(?:'|&apos;)Lượt giao quá hạn(?:'|&apos;)!\$1:\$6</)
  assert.equal(first.headerFooter?.oddFooter, '&LSố liệu minh hoạ&RTrang &P/&N')
})

test('a heading stands over its rows', async () => {
  const { first, cell } = await readBack(SHEET)
  assert.equal(first.rows[6]?.[0], 'Sở Lâm Đồng (2)')
  assert.equal(cell('6,0')?.style?.font?.bold, true)
  assert.equal(cell('7,0')?.style?.font?.bold, undefined)
})

test('signs that XML or the name of a sheet cannot hold are left out', async () => {
  const { first } = await readBack({
    ...SHEET,
    title: `Số 12/CT: [quý] "I" 'a'`,
    rows: [['a\u0001b\u000bc&<>', null, null, null]],
  })
  assert.equal(first.name, `Số 12 CT quý "I" 'a`)
  assert.equal(first.rows[6]?.[0], 'abc&<>')
})

test('twenty thousand rows are written, one more is refused before any work', async (t) => {
  const row = ['NV-12', '2026-02-28', 16, 0.4]
  const begun = performance.now()
  const { first } = await readBack({ ...SHEET, rows: Array.from({ length: MOST_SHEET_ROWS }, () => row) })
  assert.equal(first.rows.length, MOST_SHEET_ROWS + 6)
  t.diagnostic(`written and read back in ${Math.round(performance.now() - begun)} ms`)
  const longer = { ...SHEET, rows: Array.from({ length: MOST_SHEET_ROWS + 1 }, () => row) }
  await assert.rejects(writeSheet(longer), { failure: { code: 'sheet/too_long', limit: MOST_SHEET_ROWS } })
})

test('a file is named by its list and day', () => {
  assert.equal(sheetFileName('Lượt giao: quá hạn', '2026-11-05' as PlainDate), 'luot-giao-qua-han-2026-11-05.xlsx')
  assert.equal(sheetFileName('???', '2026-11-05' as PlainDate), 'sheet-2026-11-05.xlsx')
})
