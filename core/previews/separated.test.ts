import assert from 'node:assert/strict'
import { test } from 'node:test'
import { separatedRows } from '#core/previews/separated.ts'

const rowsOf = (text: string) => separatedRows(text).rows

test('cells are divided by what divides the first line, and quotes hold it', () => {
  assert.deepEqual(rowsOf('TT;Đơn vị\n1;"Lâm Đồng; Đà Lạt"\n'), [
    ['TT', 'Đơn vị'],
    ['1', 'Lâm Đồng; Đà Lạt'],
  ])
  assert.deepEqual(rowsOf('a,b\r\n"nói ""có""",2'), [
    ['a', 'b'],
    ['nói "có"', '2'],
  ])
  assert.deepEqual(rowsOf('a\tb,c'), [['a\tb', 'c']])
  assert.deepEqual(rowsOf(''), [])
})

test('of a long table only what is shown is held, and all of it is counted', () => {
  const most = { rows: 2, columns: 2, cell: 3 }
  assert.deepEqual(separatedRows('abcdef,b,c\n1,2\n"x\ny",2,3,4\n', most), {
    rows: [
      ['abc', 'b'],
      ['1', '2'],
    ],
    total: 3,
    columns: 4,
    isWhole: true,
  })
  assert.equal(separatedRows('a,b\n1,2').isWhole, false)
  assert.equal(separatedRows('a,b\n1,"2\n').isWhole, false, 'a line end within quotes ends no row')
  const wide = separatedRows(`${','.repeat(5_000_000)}\n`, { rows: 200, columns: 30, cell: 400 })
  assert.deepEqual([wide.rows[0]?.length, wide.total, wide.columns], [30, 1, 5_000_001])
})
