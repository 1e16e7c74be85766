import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phraseKey, saysEnough } from '#core/units/fixed-phrase.ts'

test('one word is no name, unless it is an abbreviation', () => {
  const said = ['bộ', 'Đoàn', 'BCĐ', 'Nhóm 06', '— '].map((name) => saysEnough('unit', name))
  assert.deepEqual(said, [false, false, true, true, false])
})

test('one word opens an order, but makes no sentence an exhortation or nothing', () => {
  assert.equal(saysEnough('order', 'nhờ'), true)
  assert.equal(saysEnough('exhortation', 'không'), false)
  assert.equal(saysEnough('never', 'không'), false)
  assert.equal(saysEnough('never', 'trân trọng cảm ơn'), true)
  assert.equal(saysEnough('order', '…'), false)
})

test('phrases that differ in case and white space are the same', () => {
  assert.equal(phraseKey(' Trân  trọng\u00a0Đề nghị '), phraseKey('trân trọng đề nghị'))
})
