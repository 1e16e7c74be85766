import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessMapping } from '#core/imports/column-role.ts'
import { cellName, columnAt, columnLetter, gridOf } from '#core/imports/grid.ts'
import { findHeader, headerAt } from '#core/imports/header.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'

const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
  startRow,
  startCol,
  endRow,
  endCol,
})

test('every cell of a merged rectangle holds what the rectangle shows', () => {
  const rows = [
    ['a', 'b'],
    [null, 'c'],
  ]
  const grid = gridOf({ name: 'S', rows, merges: [merge(0, 0, 1, 0)], hidden: [] })
  assert.deepEqual(
    grid.rows.map((row) => row.map(({ text }) => text)),
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
  )
})

test('a date is shown as official documents write it, decomposed letters are composed, empty rows below the table are gone', () => {
  const rows = [
    [{ day: '2026-02-05' as PlainDate }, ' Ho\u0300a \n\n Bi\u0300nh ', 12],
    [null, '', null],
  ]
  const grid = gridOf({ name: 'S', rows, merges: [], hidden: [] })
  assert.deepEqual(
    grid.rows.map((row) => row.map(({ text }) => text)),
    [['05/02/2026', 'Hòa\nBình', '12']],
  )
})

test('columns go on after Z', () => {
  assert.deepEqual([0, 25, 26, 701].map(columnLetter), ['A', 'Z', 'AA', 'ZZ'])
  assert.deepEqual(['A', 'Z', 'AA', 'ZZ'].map(columnAt), [0, 25, 26, 701])
  assert.equal(cellName(13, 2), 'C14')
})

const TYPICAL = ['STT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm', 'Kết quả']

test('the columns of a typical table are known by their words, with accents or without', () => {
  const roles = ['number', 'action', 'lead', 'cooperating', 'deadline', 'deliverable', 'result']
  assert.deepEqual(guessMapping('tasks', TYPICAL), roles)
  const bare = [
    'TT',
    'NOI DUNG CONG VIEC',
    'Don vi chu tri',
    'Don vi phoi hop',
    'Han hoan thanh',
    'San pham',
    'Ghi chu',
  ]
  assert.deepEqual(guessMapping('tasks', bare), [...roles.slice(0, 6), null])
})

test('"Tiến độ" is when it is due where no other column says so', () => {
  assert.deepEqual(guessMapping('tasks', ['Nhiệm vụ', 'Đơn vị', 'Tiến độ']), ['action', 'lead', 'deadline'])
  assert.deepEqual(guessMapping('tasks', ['Nhiệm vụ', 'Thời hạn', 'Tiến độ']), ['action', 'deadline', 'result'])
})

test('a column of persons or of the day of giving is not taken for the unit or the deadline beside it', () => {
  const labels = [
    'Nhiệm vụ',
    'Lãnh đạo phụ trách',
    'Đơn vị chủ trì',
    'Thời gian giao',
    'Thời hạn',
    'Chuyên viên theo dõi',
  ]
  assert.deepEqual(guessMapping('tasks', labels), ['action', null, 'lead', null, 'deadline', null])
  const other = [
    'Văn bản giao nhiệm vụ',
    'Nội dung chỉ đạo',
    'Đơn vị thực hiện',
    'Thời gian thực hiện',
    'Tình hình thực hiện',
  ]
  assert.deepEqual(guessMapping('tasks', other), ['source', 'action', 'lead', 'deadline', 'result'])
})

test('the columns of a register are known by their words', () => {
  const labels = [
    'STT',
    'Số, ký hiệu',
    'Ngày ban hành',
    'Loại văn bản',
    'Cơ quan ban hành',
    'Trích yếu',
    'Người ký',
    'Ngày đến',
  ]
  const roles = ['number', 'symbol', 'issuedOn', 'type', 'issuer', 'subject', 'signerName', 'receivedOn']
  assert.deepEqual(guessMapping('directives', labels), roles)
})

test('the head is found below the title of the table, and the line of column numbers is no row of it', () => {
  const rows = [
    ['UBND TỈNH'],
    ['BẢNG TỔNG HỢP NHIỆM VỤ GIAO CÁC ĐƠN VỊ CHỦ TRÌ'],
    [],
    TYPICAL,
    [1, 2, 3, 4, 5, 6, 7],
    [1, 'Rà soát'],
  ]
  const header = findHeader(gridOf({ name: 'S', rows, merges: [merge(1, 0, 1, 6)], hidden: [] }), 'tasks')
  assert.deepEqual([header?.row, header?.rows, header?.first], [3, 1, 5])
})

test('a head of two merged rows is read as one', () => {
  const rows = [
    ['TT', 'Nhiệm vụ', 'Cơ quan thực hiện', null, 'Thời hạn'],
    [null, null, 'Chủ trì', 'Phối hợp', null],
    [1, 'Rà soát', 'Sở A', 'Sở B', '30/6'],
  ]
  const merges = [merge(0, 0, 1, 0), merge(0, 1, 1, 1), merge(0, 2, 0, 3), merge(0, 4, 1, 4)]
  const header = findHeader(gridOf({ name: 'S', rows, merges, hidden: [] }), 'tasks')
  assert.deepEqual([header?.row, header?.rows, header?.first], [0, 2, 2])
  assert.deepEqual(header?.labels[3], 'Cơ quan thực hiện Phối hợp')
  assert.deepEqual(guessMapping('tasks', header?.labels ?? []), ['number', 'action', 'lead', 'cooperating', 'deadline'])
})

test('a sheet without a head has none', () => {
  const grid = gridOf({ name: 'S', rows: [['xin chào'], ['a', 'b', 'c']], merges: [], hidden: [] })
  assert.equal(findHeader(grid, 'tasks'), undefined)
  assert.equal(headerAt(grid, 0, 1).first, 1)
})
