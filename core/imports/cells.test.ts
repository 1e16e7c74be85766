import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDayCell, readDeadlineCell } from '#core/imports/cell-deadline.ts'
import type { RawValue } from '#core/imports/grid.ts'
import { gridOf } from '#core/imports/grid.ts'
import { namesOfCell } from '#core/imports/name-cell.ts'
import { saysDone } from '#core/imports/read-tasks.ts'
import { headingLevel, readNamedDirective } from '#core/imports/source-line.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'

const cell = (value: RawValue) =>
  gridOf({ name: 'S', rows: [[value]], merges: [], hidden: [] }).rows[0]?.[0] ?? { value, text: '' }

function deadline(value: RawValue) {
  const read = readDeadlineCell(cell(value), 2026)
  return read.ok ? read.value && [read.value.kind, read.value.iso] : read.failure.code
}

test('a deadline is a date, its serial number, or the words of an office', () => {
  assert.deepEqual(deadline({ day: '2026-06-30' as PlainDate }), ['by', '2026-06-30'])
  assert.deepEqual(deadline(46_203), ['by', '2026-06-30'])
  assert.deepEqual(deadline('30/6/2026'), ['by', '2026-06-30'])
  assert.deepEqual(deadline('30/6'), ['by', '2026-06-30'])
  assert.deepEqual(deadline('Trước ngày 30/6/2026'), ['by', '2026-06-30'])
  assert.deepEqual(deadline('Quý II/2026'), ['in-period', '2026-06-30'])
  assert.deepEqual(deadline('Tháng 6/2026'), ['in-period', '2026-06-30'])
  assert.deepEqual(deadline(2026), ['in-period', '2026-12-31'])
  assert.deepEqual(deadline('Hằng tháng'), ['recurring', null])
  assert.deepEqual(deadline('Thường xuyên'), ['recurring', null])
})

test('a cell without a deadline has none, and that is not wrong', () => {
  for (const none of [null, '', '-', 'Không thời hạn', 'không xác định thời hạn', 'Không'])
    assert.equal(deadline(none), null)
})

test('a day of another century is a slip of the hand, and is named by its cell', () => {
  for (const slip of ['20/12/2206', '2206-12-20', 'trước ngày 1/1/2000', { day: '1926-06-30' as PlainDate }])
    assert.equal(deadline(slip), 'deadline_impossible')
  assert.deepEqual(deadline('trước ngày 2/1/2000'), ['by', '2000-01-02'])
})

test('a day that does not exist is wrong, and so are words that name no time', () => {
  for (const wrong of ['31/6/2026', 'trước ngày 30/02/2026', '6/30/2026', 'tháng 13/2026'])
    assert.equal(deadline(wrong), 'deadline_impossible', wrong)
  assert.equal(deadline('càng tốt'), 'deadline_unread')
})

test('the day of a directive is a date or written out', () => {
  const day = (value: RawValue) => {
    const read = readDayCell(cell(value))
    return read.ok ? read.value : read.failure.code
  }
  assert.equal(day('05/01/2026'), '2026-01-05')
  assert.equal(day('ngày 5 tháng 1 năm 2026'), '2026-01-05')
  assert.equal(day(46_027), '2026-01-05')
  assert.equal(day(''), null)
  assert.equal(day('31/02/2026'), 'day_unread')
})

test('a result says that the work is done, or it is open', () => {
  for (const done of [
    'Đã hoàn thành',
    'Hoàn thành đúng hạn',
    'xong',
    'x',
    '✓',
    '100%',
    1,
    'Đã hoàn thành (Báo cáo số 45)',
    'Hoàn thành ngày 12/3/2026',
  ])
    assert.ok(saysDone(cell(done)), String(done))
  for (const open of [
    'Chưa hoàn thành',
    'Đang thực hiện',
    'Hoàn thành 60%',
    '60%',
    'Không hoàn thành',
    null,
    'Đã ban hành kế hoạch',
    'Hoàn thành trước 30/6/2026',
    'Hoàn thành trong quý III',
    'Hoàn thành dự thảo',
    'Hoàn thành một phần',
    'Đã hoàn thành 3/10 xã',
    'Cơ bản hoàn thành',
    'Hoàn thành báo cáo, chờ thẩm định',
    'Hoàn thành, chờ thẩm định',
    'Đã xong bước 1',
  ])
    assert.ok(!saysDone(cell(open)), String(open))
})

const REGISTER = new Set([
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Nội vụ',
  'Sở Tài chính',
  'Vụ Kế hoạch - Tài chính',
  'các Sở',
])
const names = (text: string) => namesOfCell(text, (name) => REGISTER.has(name))

test('lines, semicolons and commas part names, and a name with commas stays whole when it is known', () => {
  assert.deepEqual(names('Sở Nội vụ, Sở Tài chính').lead, ['Sở Nội vụ', 'Sở Tài chính'])
  assert.deepEqual(names('- Sở Nội vụ;\n- Sở Văn hóa, Thể thao và Du lịch').lead, [
    'Sở Nội vụ',
    'Sở Văn hóa, Thể thao và Du lịch',
  ])
  assert.deepEqual(names('Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ và Sở Tài chính').lead, [
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Nội vụ',
    'Sở Tài chính',
  ])
  assert.deepEqual(names('Vụ Kế hoạch - Tài chính').lead, ['Vụ Kế hoạch - Tài chính'])
  assert.deepEqual(names('').lead, [])
})

test('who stands behind "phối hợp" takes part without leading', () => {
  assert.deepEqual(names('Sở Nội vụ chủ trì, phối hợp với Sở Tài chính'), {
    lead: ['Sở Nội vụ'],
    cooperating: ['Sở Tài chính'],
  })
})

test('a heading names the directive from which the rows below it come', () => {
  const line = 'I. Chỉ thị số 12/CT-UBND ngày 05/01/2026 của UBND tỉnh về tăng cường rà soát biên chế'
  assert.deepEqual(readNamedDirective(line), {
    symbol: '12/CT-UBND',
    type: 'chỉ thị',
    issuedOn: '2026-01-05',
    issuer: 'UBND tỉnh',
    subject: 'tăng cường rà soát biên chế',
  })
  assert.equal(readNamedDirective('II. Nhiệm vụ thường xuyên'), undefined)
  assert.deepEqual(['A. Nhóm 1', 'I. Chỉ thị', '1. Việc', 'Việc khác'].map(headingLevel), [1, 2, 3, 4])
})

test('a day as a program writes it into a sheet is that day, and not the end of its year', () => {
  for (const text of ['2026-06-30', '2026/06/30', '2026-06-30 00:00:00']) {
    const read = readDeadlineCell(cell(text), 2026)
    assert.ok(read.ok && read.value?.iso === '2026-06-30' && read.value.kind === 'by', text)
  }
  assert.deepEqual(readDeadlineCell(cell('2026-02-30'), 2026), {
    ok: false,
    failure: { code: 'deadline_impossible' },
  })
})
