import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '#core/kernel/fold.ts'

test('"da nang" finds Đà Nẵng', () => {
  assert.equal(fold('Đà Nẵng'), 'da nang')
})

test('hoà and hòa are one word, in NFC and in NFD', () => {
  assert.equal(fold('hoà'), fold('hòa'))
  assert.equal(fold('hoà'.normalize('NFD')), 'hoa')
})

test('punctuation separates and never joins', () => {
  assert.equal(fold('15/QĐ-BNV'), '15 qd bnv')
})
