import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markQuote } from '#core/tasks/quote-mark.ts'

test('the words of the task are marked where they stand, whatever their case', () => {
  assert.deepEqual(markQuote('Các Sở rà soát, bố trí đủ biên chế.', 'Rà soát, bố trí đủ biên chế'), {
    before: 'Các Sở ',
    marked: 'rà soát, bố trí đủ biên chế',
    after: '.',
  })
})

test('a task that was worded anew marks nothing', () => {
  assert.deepEqual(markQuote('Các Sở rà soát.', 'Kiểm tra'), { before: 'Các Sở rà soát.', marked: '', after: '' })
})
