import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourceText } from '#core/reading/source-text.ts'
import { listTokens } from '#core/reading/tokens.ts'
import { findNamedUnits } from '#core/reading/units-named.ts'

function named(text: string): string[] | undefined {
  const source = sourceText(text)
  return findNamedUnits(listTokens(source, 0, text.length), 0)?.units.map((u) => text.slice(u.start, u.end))
}

test('separate bodies are separate names', () => {
  assert.deepEqual(named('Bộ Y tế, Bộ Nội vụ và Ủy ban nhân dân các tỉnh, thành phố rà soát'), [
    'Bộ Y tế',
    'Bộ Nội vụ',
    'Ủy ban nhân dân các tỉnh, thành phố',
  ])
})

test('a class of bodies stays whole', () => {
  assert.deepEqual(named('Các sở, ban, ngành, đoàn thể cấp tỉnh và UBND các xã, phường triển khai'), [
    'Các sở, ban, ngành, đoàn thể cấp tỉnh',
    'UBND các xã, phường',
  ])
})

test('an ellipsis "Các Bộ: …" stays whole', () => {
  assert.deepEqual(named('Các Bộ: Quốc phòng, Công an, Y tế theo chức năng'), ['Các Bộ: Quốc phòng, Công an, Y tế'])
})

test('a comma inside a proper name does not cut it', () => {
  assert.deepEqual(named('Sở Văn hóa, Thể thao và Du lịch chủ trì'), ['Sở Văn hóa, Thể thao và Du lịch'])
})

test('Ngoại giao is no order to hand over, Đầu tư no order to invest', () => {
  assert.deepEqual(named('Bộ Ngoại giao, Bộ Kế hoạch và Đầu tư xây dựng'), ['Bộ Ngoại giao', 'Bộ Kế hoạch và Đầu tư'])
})

test('old and new tone placement name the same body', () => {
  assert.deepEqual(named('Uỷ ban nhân dân huyện báo cáo'), ['Uỷ ban nhân dân huyện'])
})

test('"tổ chức", "thanh tra" and "báo cáo" at the head of an order name nobody', () => {
  for (const order of [
    'Tổ chức tập huấn',
    'Thanh tra, kiểm tra việc chấp hành',
    'Báo cáo kết quả',
    'Ban hành quy chế',
  ]) {
    assert.equal(named(order), undefined)
  }
})
