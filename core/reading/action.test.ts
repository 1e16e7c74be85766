import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '#core/reading/read-directive.ts'

const read = (text: string) => readDirective(text).commitments
const actions = (text: string) => read(text).map((c) => c.action)

test('an action begins behind who presides and who cooperates', () => {
  assert.deepEqual(
    actions(
      '1. Bộ Nội vụ\na) Chủ trì, phối hợp với Bộ Xây dựng và các cơ quan liên quan triển khai ứng dụng quản lý trụ sở cấp xã, hoàn thành trong tháng 10 năm 2026.',
    ),
    ['triển khai ứng dụng quản lý trụ sở cấp xã'],
  )
  assert.deepEqual(actions('1. Sở Nội vụ chủ trì cùng các cơ quan liên quan xây dựng Đề án vị trí việc làm.'), [
    'xây dựng Đề án vị trí việc làm',
  ])
})

test('an action holds neither its date nor the haste with which it is asked for', () => {
  assert.deepEqual(
    actions('1. Giao Sở Tài chính khẩn trương rà soát, tổng hợp nhu cầu kinh phí của cấp xã trước ngày 15/4/2026.'),
    ['rà soát, tổng hợp nhu cầu kinh phí của cấp xã'],
  )
  assert.deepEqual(actions('1. Sở Nội vụ có trách nhiệm lập danh mục vị trí việc làm (xong trước ngày 01/7/2026).'), [
    'lập danh mục vị trí việc làm',
  ])
})

test('to cooperate is the action where nothing else is', () => {
  assert.deepEqual(
    actions('1. Sở Y tế\n- Phối hợp với Công an tỉnh trước ngày 01/7/2026 trong các đợt kiểm tra liên ngành.'),
    ['Phối hợp với Công an tỉnh trước ngày 01/7/2026 trong các đợt kiểm tra liên ngành'],
  )
})

test('a date inside the act stays, for the act would fall apart', () => {
  assert.deepEqual(actions('1. Sở Nội vụ công bố trước ngày 15/5/2026 danh sách các xã đạt chuẩn.'), [
    'công bố trước ngày 15/5/2026 danh sách các xã đạt chuẩn',
  ])
})

test('an action always stands inside its quote', () => {
  for (const c of read(
    '1. Giao Sở Nội vụ:\n- Chủ trì, phối hợp với các sở rà soát biên chế; báo cáo kết quả trước ngày 25/12/2026.\n- Trước ngày 30/6/2026, khẩn trương hoàn thành.',
  )) {
    const { start, end } = c.spans.action
    assert.ok(start >= c.start && end <= c.end)
  }
})

test('who watches over the task of another one in the same item is its monitor, and holds the watching as an own task', () => {
  const [task, watching] = read(
    '1. Ủy ban nhân dân các xã, phường lập danh sách hộ dân, hoàn thành trước ngày 30/4/2026; Sở Nội vụ theo dõi, đôn đốc, kiểm tra.',
  )
  assert.deepEqual([task?.lead, task?.monitor], [['Ủy ban nhân dân các xã, phường'], ['Sở Nội vụ']])
  assert.deepEqual([watching?.lead, watching?.monitor], [['Sở Nội vụ'], []])
  assert.equal(task?.spans.monitor.length, 1)
})

test('a monitor may be named in the clause itself', () => {
  const [task] = read(
    '1. Giao Sở Xây dựng lập quy hoạch trụ sở cấp xã trước ngày 30/9/2026, Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc.',
  )
  assert.deepEqual([task?.lead, task?.monitor], [['Sở Xây dựng'], ['Văn phòng Ủy ban nhân dân tỉnh']])
})

test('"giao X theo dõi, đôn đốc việc thực hiện" alone makes X the lead', () => {
  const [task] = read('Điều 3. Giao Văn phòng Bộ theo dõi, đôn đốc, kiểm tra việc thực hiện Chỉ thị này.')
  assert.deepEqual([task?.lead, task?.monitor], [['Văn phòng Bộ'], []])
  assert.equal(task?.action, 'theo dõi, đôn đốc, kiểm tra việc thực hiện Chỉ thị này')
})
