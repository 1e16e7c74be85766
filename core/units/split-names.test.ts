import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitNames } from '#core/units/split-names.ts'

test('a list of places after a body is one name for each place', () => {
  assert.deepEqual(splitNames('Sở Phát triển Cơ sở các tỉnh: Lâm Đồng, An Giang và Cà Mau'), [
    'Sở Phát triển Cơ sở tỉnh Lâm Đồng',
    'Sở Phát triển Cơ sở tỉnh An Giang',
    'Sở Phát triển Cơ sở tỉnh Cà Mau',
  ])
  assert.deepEqual(splitNames('Giám đốc Sở PTCS các tỉnh, thành phố: Quảng Trị, Huế, TP. Hồ Chí Minh'), [
    'Giám đốc Sở PTCS Quảng Trị',
    'Giám đốc Sở PTCS Huế',
    'Giám đốc Sở PTCS TP. Hồ Chí Minh',
  ])
  assert.deepEqual(splitNames('UBND các xã Tân Hội, Hòa Ninh'), ['UBND xã Tân Hội', 'UBND xã Hòa Ninh'])
})

test('ministries that are listed after one word are each a ministry', () => {
  assert.deepEqual(splitNames('các Bộ: Công an, Nội vụ, Văn hóa, Thể thao và Du lịch').slice(0, 2), [
    'Bộ Công an',
    'Bộ Nội vụ',
  ])
})

test('what is no list stays as it is', () => {
  for (const name of [
    'Vụ Tổ chức và Nhân sự',
    'Sở Phát triển Cơ sở các tỉnh, thành phố',
    'các xã, phường thuộc tỉnh Lâm Đồng',
  ]) {
    assert.deepEqual(splitNames(name), [name])
  }
})
