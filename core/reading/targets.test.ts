import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '#core/reading/read-directive.ts'

function targets(text: string) {
  return readDirective(text).targets.map((t) => [t.indicator, t.comparator, t.value, t.direction])
}

test('what is measured is worded without date, verb and filler', () => {
  assert.deepEqual(
    targets(`II. NHIỆM VỤ
- Phấn đấu đến 31/12/2026 cấp 100% thẻ căn cước cho công dân đủ điều kiện.
- Phấn đấu giảm 35 hộ nghèo trong năm 2026.
- Phấn đấu thu ngân sách đạt và vượt 5% dự toán được giao.`),
    [
      ['thẻ căn cước cho công dân đủ điều kiện', '=', 100, 'reach'],
      ['hộ nghèo', '=', 35, 'decrease'],
      ['thu ngân sách', '>=', 5, 'reach'],
    ],
  )
})

test('a level that a task asks for is a target, though no word of aiming stands there', () => {
  assert.deepEqual(
    targets(`II. NHIỆM VỤ
- Bảo hiểm xã hội tỉnh xác thực thông tin đạt 98% số người tham gia bảo hiểm y tế.
- Các sở, ngành tiết kiệm 10% chi thường xuyên.`).map(([, , value]) => value),
    [98, 10],
  )
})

test('compared with what was, a number is no target', () => {
  assert.deepEqual(targets('Quý I xảy ra 12 vụ, giảm 8,2% so với cùng kỳ.'), [])
})

test('among the targets "trong đó có" and "lũy kế" are targets too, and an age is none', () => {
  assert.deepEqual(
    targets(`II. CHỈ TIÊU
- Tỷ lệ lao động qua đào tạo đạt 70%, trong đó có bằng cấp, chứng chỉ đạt 30%.
- Số xã đạt chuẩn tăng thêm 05 xã; lũy kế đạt 98 xã.
- Tỷ suất tử vong trẻ em dưới 5 tuổi còn dưới 18,5‰.`).map(([indicator, , value]) => [indicator, value]),
    [
      ['Tỷ lệ lao động qua đào tạo', 70],
      ['bằng cấp, chứng chỉ', 30],
      ['Số xã đạt chuẩn', 5],
      ['lũy kế', 98],
      ['Tỷ suất tử vong trẻ em dưới 5 tuổi', 18.5],
    ],
  )
})
