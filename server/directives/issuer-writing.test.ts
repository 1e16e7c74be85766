import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { writeIssuer } from '#server/directives/issuer-writing.ts'
import { UnitRegister } from '#server/units/unit-register.ts'

const [NOI_VU, UBND, SO, LOWER, OTHER] = ['a', 'b', 'c', 'd', 'e'] as unknown as [Id, Id, Id, Id, Id]
const register = new UnitRegister(
  1,
  '2026-03-02' as PlainDate,
  [],
  [
    { id: NOI_VU, name: 'Bộ Nội vụ', shortName: 'BNV' },
    { id: UBND, name: 'Uỷ ban nhân dân tỉnh Lâm Đồng', shortName: 'UBND tỉnh' },
    { id: SO, name: 'Sở Phát triển Cơ sở (minh hoạ)', shortName: 'Sở PTCS' },
    { id: LOWER, name: 'Ban chỉ đạo phòng chống thiên tai', shortName: 'BCĐ' },
    { id: OTHER, name: 'Ban Chỉ đạo phòng chống thiên tai', shortName: 'BCĐ 2' },
  ],
  [],
  [{ id: NOI_VU, text: 'Bộ Tổ chức Nhà nước', target: { kind: 'external', id: NOI_VU } }],
  [],
  [],
)

test('an issuer in the capitals of a letterhead is written as the unit, external unit or alias of that name', () => {
  assert.equal(writeIssuer('BỘ NỘI VỤ', register), 'Bộ Nội vụ')
  assert.equal(writeIssuer('BỘ TỔ CHỨC NHÀ NƯỚC', register), 'Bộ Tổ chức Nhà nước')
  assert.equal(writeIssuer('ỦY BAN NHÂN DÂN  TỈNH LÂM ĐỒNG', register), 'Uỷ ban nhân dân tỉnh Lâm Đồng')
  assert.equal(writeIssuer('SỞ PHÁT TRIỂN CƠ SỞ', register), 'Sở Phát triển Cơ sở')
})

test('an issuer that nobody knows, or whose name is written in two ways, stays as it stands in the document', () => {
  for (const issuer of ['BỘ NỘI VU', 'BỘ Y TẾ', 'BAN CHỈ ĐẠO PHÒNG CHỐNG THIÊN TAI', 'Bộ nội vụ', null])
    assert.equal(writeIssuer(issuer, register), issuer)
})
