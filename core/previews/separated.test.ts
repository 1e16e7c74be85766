import assert from 'node:assert/strict'
import { test } from 'node:test'
import { separatedRows } from '#core/previews/separated.ts'

test('cells are divided by what divides the first line, and quotes hold it', () => {
  assert.deepEqual(separatedRows('TT;Đơn vị\n1;"Lâm Đồng; Đà Lạt"\n'), [
    ['TT', 'Đơn vị'],
    ['1', 'Lâm Đồng; Đà Lạt'],
  ])
  assert.deepEqual(separatedRows('a,b\r\n"nói ""có""",2'), [
    ['a', 'b'],
    ['nói "có"', '2'],
  ])
  assert.deepEqual(separatedRows('a\tb,c'), [['a\tb', 'c']])
  assert.deepEqual(separatedRows(''), [])
})
