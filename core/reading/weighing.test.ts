import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '#core/reading/read-directive.ts'

const tasks = (text: string) => readDirective(text).commitments.filter((c) => !c.exhortation)
const ITEMS =
  '1. Sở Nội vụ lập danh mục vị trí việc làm trước ngày 01/7/2026.\n2. Sở Tài chính bố trí kinh phí năm 2026.\n'

test('what to do if difficulties arise is no task', () => {
  const text = `${ITEMS}3. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan kịp thời báo cáo Bộ để xem xét, giải quyết.`
  assert.equal(tasks(text).length, 2)
})

test('to encourage and to appeal is no task', () => {
  assert.equal(tasks(`${ITEMS}3. Khuyến khích các doanh nghiệp tham gia xây dựng trụ sở cấp xã.`).length, 2)
})

test('legal effect, the source of money and notes for information order nothing', () => {
  const text =
    'Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\nĐiều 2. Kinh phí thực hiện Quyết định này được bố trí từ ngân sách nhà nước.\nĐiều 3. Quyết định này có hiệu lực thi hành kể từ ngày ký. Văn phòng Bộ thông báo để các đơn vị biết, thực hiện.'
  assert.deepEqual(readDirective(text).commitments, [])
})

test('a news report that tells who met and what was done orders nothing, even without a word of the past', () => {
  const news = [
    'Ngày 12-3, Bộ Phát triển Cơ sở tổ chức hội nghị sơ kết công tác quý I và triển khai nhiệm vụ quý II.',
    'Đồng chí Trần Văn Bình, Chánh Văn phòng Bộ chủ trì cuộc họp với lãnh đạo các đơn vị, rà soát các công việc được giao.',
    'Những năm qua, Văn phòng Bộ đã tham mưu, xây dựng và triển khai nhiều quy chế phối hợp với các cơ quan.',
    'Qua đó, chất lượng phục vụ người dân ở cấp xã được nâng lên rõ rệt.',
  ]
  assert.deepEqual(tasks(news.join('\n')), [])
})

test('what a news report quotes as demanded is a task', () => {
  const [task] = tasks(
    'Chiều 12-3, Bộ Phát triển Cơ sở tổ chức hội nghị.\nPhát biểu kết luận, Bộ trưởng yêu cầu các Sở Phát triển Cơ sở rà soát biên chế cấp xã, báo cáo Bộ trước ngày 30/4/2026.',
  )
  assert.deepEqual(task?.lead, ['các Sở Phát triển Cơ sở'])
  assert.equal(task?.deadline?.iso, '2026-04-30')
})
