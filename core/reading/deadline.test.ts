import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '#core/reading/read-directive.ts'
import { listTimes } from '#core/reading/deadline.ts'
import { sourceText } from '#core/reading/source-text.ts'

function first(text: string, year?: number) {
  const time = listTimes(sourceText(text), { start: 0, end: text.length }, { year })[0]
  return (
    time && {
      text: text.slice(time.start, time.end),
      kind: time.kind,
      iso: time.iso,
      hour: time.hour,
      starts: time.startsOn,
    }
  )
}

const cases: [string, ReturnType<typeof first>][] = [
  [
    'thông báo cho người dân biết ngay trong ngày 13 tháng 11 năm 2026',
    {
      text: 'ngay trong ngày 13 tháng 11 năm 2026',
      kind: 'by',
      iso: '2026-11-13' as never,
      hour: null,
      starts: null,
    },
  ],
  [
    'báo cáo trước ngày 15/12/2026',
    { text: 'trước ngày 15/12/2026', kind: 'by', iso: '2026-12-15' as never, hour: null, starts: null },
  ],
  [
    'xong chậm nhất ngày 05 tháng 3 năm 2026',
    { text: 'chậm nhất ngày 05 tháng 3 năm 2026', kind: 'by', iso: '2026-03-05' as never, hour: null, starts: null },
  ],
  [
    'gửi về trước 14 giờ, ngày 05/12/2026',
    { text: 'trước 14 giờ, ngày 05/12/2026', kind: 'by', iso: '2026-12-05' as never, hour: '14:00', starts: null },
  ],
  [
    'hoàn thành trong tháng 2/2024',
    { text: 'trong tháng 2/2024', kind: 'in-period', iso: '2024-02-29' as never, hour: null, starts: null },
  ],
  [
    'trình trong quý III năm 2026',
    { text: 'trong quý III năm 2026', kind: 'in-period', iso: '2026-09-30' as never, hour: null, starts: null },
  ],
  [
    'từ ngày 15/12/2026 đến ngày 15/02/2027 các đơn vị',
    {
      text: 'từ ngày 15/12/2026 đến ngày 15/02/2027',
      kind: 'in-period',
      iso: '2027-02-15' as never,
      hour: null,
      starts: '2026-12-15' as never,
    },
  ],
  [
    'báo cáo trước ngày 20 hằng tháng',
    { text: 'trước ngày 20 hằng tháng', kind: 'recurring', iso: null, hour: null, starts: null },
  ],
  [
    'thực hiện năm 2026 và các năm tiếp theo',
    { text: 'năm 2026 và các năm tiếp theo', kind: 'recurring', iso: null, hour: null, starts: null },
  ],
  ['khẩn trương rà soát', { text: 'khẩn trương', kind: 'immediate', iso: null, hour: null, starts: null }],
  ['kịp thời, nhanh chóng, đúng tiến độ', undefined],
]
for (const [text, expected] of cases) test(`time of "${text}"`, () => assert.deepEqual(first(text), expected))

test('a missing year is that of the text', () => {
  assert.equal(first('hoàn thành đến ngày 30.4', 2026)?.iso, '2026-04-30')
  assert.equal(first('hoàn thành đến ngày 30.4')?.iso, null)
})

test('a date beats "khẩn trương" in the same clause', () => {
  assert.equal(first('khẩn trương xây dựng đề án, trình trước ngày 10/6/2026')?.kind, 'by')
})

test('an event is a deadline without a date', () => {
  const [time] = listTimes(
    sourceText('tổ chức thực hiện ngay sau khi Nghị quyết có hiệu lực'),
    { start: 0, end: 53 },
    { year: 2026 },
  )
  assert.equal(time?.kind, 'by')
  assert.equal(time?.iso, null)
  assert.match(time?.event ?? '', /nghị quyết có hiệu lực/u)
})

test('a day that does not exist is no date', () => {
  assert.equal(first('trước ngày 31/02/2026')?.iso, null)
})

test('the year in the name of a programme is no deadline of the task', () => {
  const times = listTimes(
    sourceText('triển khai Đề án phát triển nhân lực đến năm 2030 trên địa bàn'),
    { start: 0, end: 61 },
    { year: 2026 },
  )
  assert.ok(times.every((t) => t.weight < 30))
})

test('two dates in one clause are two tasks', () => {
  assert.deepEqual(
    readDirective(
      'Sở Tài chính chuẩn bị báo cáo sơ kết, trình UBND tỉnh trước ngày 05/7/2026 và báo cáo Bộ Tài chính trước ngày 10/7/2026.',
    ).commitments.map((c) => c.deadline?.iso),
    ['2026-07-05', '2026-07-10'],
  )
})

test('the last step before a superior dates the steps before it', () => {
  const [one, ...more] = readDirective(
    'Sở Nội vụ hoàn thiện đề án, tờ trình; trình Ban Thường vụ Tỉnh ủy (qua Ban Tổ chức Tỉnh ủy) trước ngày 07/4/2026.',
  ).commitments
  assert.deepEqual([one?.deadline?.iso, more.length], ['2026-04-07', 0])
})

test('the day of a condition is no deadline, a day of every year recurs', () => {
  const deadline = (text: string) => readDirective(text).commitments[0]?.deadline
  assert.equal(
    deadline('Sở Tài chính rà soát các dự án đến ngày 30/6/2026 chưa triển khai, tham mưu thu hồi vốn.') ?? null,
    null,
  )
  const yearly = deadline('Sở Y tế hằng năm tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 12.')
  assert.deepEqual([yearly?.kind, yearly?.iso], ['recurring', null])
  const half = deadline('Sở Y tế theo dõi, định kỳ sáu tháng báo cáo Ủy ban nhân dân tỉnh.')
  assert.deepEqual([half?.kind, half?.text], ['recurring', 'định kỳ sáu tháng'])
})

test('at most a span of time behind an event is a deadline without a day', () => {
  const [one] = readDirective(
    'Văn phòng UBND tỉnh cập nhật kết luận lên hệ thống, chậm nhất 02 ngày làm việc kể từ ngày ban hành.',
  ).commitments
  assert.deepEqual([one?.deadline?.kind, one?.deadline?.iso], ['by', null])
})
