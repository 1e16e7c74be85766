import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isVietnameseSyllable } from '#core/reading/vietnamese-syllable.ts'

test('syllables of Vietnamese, in either placement of the tone', () => {
  for (const word of 'nghiêng hòa hoà khuỷu quyết giếng gì ủy uỷ Đắk xoong thuở loằng quốc yêu ưu ANH nguyễn'.split(
    ' ',
  ))
    assert.equal(isVietnameseSyllable(word), true, word)
})

test('what no syllable can be: two tones, a stop without its tone, letters in another order', () => {
  for (const word of ['ộtộ', 'quôc', 'bàt', 'fỹr', 'ngn', 'QĐ', '', 'tếxã', 'été', 'information'])
    assert.equal(isVietnameseSyllable(word), false, word)
})
