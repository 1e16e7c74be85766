import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSecrecyMark } from '#core/directives/secrecy-mark.ts'

test('a document that bears the stamp of a grade is secret, whatever the stamp stands beside', () => {
  assert.equal(findSecrecyMark('BỘ NỘI VỤ\nSố: 05/CT-BNV\nMẬT\n\nCHỈ THỊ'), 'confidential')
  assert.equal(findSecrecyMark('**TỐI MẬT**\nSố: 05/CT-BNV'), 'secret')
  assert.equal(findSecrecyMark('BỘ NỘI VỤ\nTUYỆT MẬT      Hà Nội, ngày 05 tháng 01 năm 2026'), 'top-secret')
  assert.equal(findSecrecyMark('Số: 05\nĐộ mật: Tối mật\n'), 'secret')
})

test('a document that only speaks of secrets bears no stamp', () => {
  assert.equal(findSecrecyMark('Số: 05/CT-BNV\nVề công tác bảo vệ bí mật nhà nước, tài liệu Mật'), null)
  assert.equal(findSecrecyMark('CHỈ THỊ\nMật độ dân cư\nMẬT ĐỘ DÂN CƯ'), null)
  assert.equal(findSecrecyMark(`${'Nội dung. '.repeat(300)}\nMẬT\n`), null)
})
