import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inPageOrder, type PageText } from '#core/directives/page-text.ts'
import type { Id } from '#core/kernel/id.ts'

function page(number: number, start: number, end: number): PageText {
  return { id: `${number}` as Id, page: number, start, end, origin: 'typed' }
}

test('a text without pages is its own order', () => {
  const { text, place, stored } = inPageOrder('một hai', [])
  assert.equal(text, 'một hai')
  assert.deepEqual(place(4, 7), { start: 4, end: 7 })
  assert.deepEqual(stored(4, 7), { start: 4, end: 7 })
})

test('pages typed out of order are read in their order, and every span finds its way back', () => {
  // Page 3 was typed first, then page 1.
  const text = 'trang ba\ntrang một'
  const ordered = inPageOrder(text, [page(3, 0, 8), page(1, 9, 18)])
  assert.equal(ordered.text, 'trang một\ntrang ba')
  assert.deepEqual(ordered.place(0, 8), { start: 10, end: 18 })
  assert.deepEqual(ordered.stored(10, 18), { start: 0, end: 8 })
})

test('a sentence may go on from one page of a file to the next, but not from a page to one that was typed elsewhere', () => {
  const text = 'câu đi tiếp\nsang trang'
  const joined = inPageOrder(text, [page(1, 0, 11), page(2, 12, 22)])
  assert.equal(joined.text, text)
  assert.deepEqual(joined.stored(4, 16), { start: 4, end: 16 })
  const apart = inPageOrder(text, [page(2, 0, 11), page(1, 12, 22)])
  assert.deepEqual(apart.stored(5, 15), { start: 17, end: 22 })
})

test('the words of a page that was typed anew are no longer part of the text', () => {
  const text = 'sai\nđúng'
  const ordered = inPageOrder(text, [page(1, 4, 8)])
  assert.equal(ordered.text, 'đúng')
  assert.equal(ordered.place(0, 3), undefined)
})
