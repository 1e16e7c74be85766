import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '#core/reading/read-directive.ts'

function tasks(text: string): string[] {
  return readDirective(text)
    .commitments.filter((c) => !c.exhortation)
    .map((c) => c.quote)
}

test('what is told, agreed or compared asks for nothing', () => {
  for (const told of [
    'Cơ bản thống nhất với các nhiệm vụ, giải pháp mà tỉnh đã đề ra.',
    'Phê bình 29 cơ quan có tỷ lệ giải ngân thấp.',
    'Theo báo cáo của Sở Tài chính, đến hết ngày 18/9/2026, toàn tỉnh giải ngân được 40 tỷ đồng.',
    'Quý I, toàn huyện xảy ra 12 vụ, giảm 3 vụ so với cùng kỳ; điều tra, khám phá 11 vụ.',
    'Sáng 3/7/2026, Công an tỉnh tổ chức hội nghị sơ kết, triển khai nhiệm vụ.',
    'Đại tá Lê Văn An, Giám đốc Công an tỉnh chủ trì hội nghị.',
    'Thực hiện ý kiến của Chủ tịch UBND tỉnh, Sở Nội vụ đã thành lập đoàn kiểm tra trước ngày 20/3/2026.',
    'Các sở, ngành có sự phối hợp với Sở Nội vụ trong công tác kiểm tra.',
  ])
    assert.deepEqual(tasks(told), [], told)
})

test('purposes and guiding views order nothing', () => {
  const text = (heading: string) => `I. ${heading}
1. Các đơn vị xây dựng kế hoạch cụ thể, rõ việc, rõ người.`
  assert.deepEqual(tasks(text('MỤC ĐÍCH, YÊU CẦU')), [])
  assert.equal(tasks(text('NHIỆM VỤ, GIẢI PHÁP')).length, 1)
})

test('what a lower body asks of a higher one is no order, neither in the next sentence', () => {
  assert.deepEqual(
    tasks(
      'Huyện Hòa Bình đề nghị tỉnh hỗ trợ kinh phí nâng cấp đường. Đề nghị UBND tỉnh chỉ đạo Sở Xây dựng lập dự án.',
    ),
    [],
  )
})

test('behind "tập trung thực hiện tốt các nhiệm vụ: …" stands what is asked for', () => {
  const [one] = readDirective(
    'Giám đốc Công an tỉnh yêu cầu Công an các xã tập trung thực hiện tốt các nhiệm vụ trọng tâm: Rà soát, lập danh sách các cơ sở cầm đồ trước ngày 30/9/2026; mở đợt cao điểm kiểm tra.',
  ).commitments
  assert.deepEqual([one?.exhortation, one?.lead], [false, ['Công an các xã']])
  assert.match(one?.action ?? '', /^Rà soát, lập danh sách/u)
})

test('the words under a picture are noise, a long paragraph with a picture is not', () => {
  const order = 'Sở Y tế rà soát, báo cáo kết quả trước ngày 05/8/2026.'
  const told =
    'Tình hình dịch bệnh những ngày qua diễn biến phức tạp ở nhiều nơi trong tỉnh và các tỉnh lân cận. '.repeat(4)
  assert.equal(tasks(`Chủ tịch phát biểu. Ảnh: Báo. ${told}${order}`).length, 1)
})

test('to watch how others carry a text out is a task, to carry it out is an exhortation', () => {
  const watching =
    'Giao Công an tỉnh có trách nhiệm theo dõi, kiểm tra, đôn đốc việc triển khai thực hiện Kế hoạch này.'
  assert.equal(readDirective(watching).commitments[0]?.exhortation, false)
  const carrying = 'Yêu cầu Thủ trưởng các cơ quan, đơn vị nghiêm túc triển khai thực hiện Chỉ thị này.'
  assert.equal(readDirective(carrying).commitments[0]?.exhortation, true)
})
