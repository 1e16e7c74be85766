import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vietnameseOrder } from '#core/kernel/vietnamese-order.ts'

function sorted(words: string[]): string[] {
  return words.toSorted((a, b) => (vietnameseOrder(a) < vietnameseOrder(b) ? -1 : 1))
}

test('letters stand in the order a ă â … d đ … o ô ơ … u ư', () => {
  assert.deepEqual(sorted(['ưa', 'ua', 'ơi', 'ôi', 'oi', 'đa', 'da', 'ân', 'ăn', 'an']), [
    'an',
    'ăn',
    'ân',
    'da',
    'đa',
    'oi',
    'ôi',
    'ơi',
    'ua',
    'ưa',
  ])
})

test('the order published for the vi collation holds: da dà dả dã dá dạ Dak đa đà Đăk', () => {
  assert.deepEqual(sorted(['Đăk', 'đà', 'đa', 'Dak', 'dạ', 'dá', 'dã', 'dả', 'dà', 'da']), [
    'da',
    'dà',
    'dả',
    'dã',
    'dá',
    'dạ',
    'Dak',
    'đa',
    'đà',
    'Đăk',
  ])
})

test('Phường 2 comes before Phường 10', () => {
  assert.deepEqual(sorted(['Phường 10', 'Phường 2']), ['Phường 2', 'Phường 10'])
})
