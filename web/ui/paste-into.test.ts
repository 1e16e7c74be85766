import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pasteInto } from '#web/ui/paste-into.ts'

test('of a text that is longer than the field what fits is kept, and what does not is counted', () => {
  assert.deepEqual(pasteInto('', 'x'.repeat(20_000), { from: 0, to: 0 }, 10_000), {
    text: 'x'.repeat(10_000),
    cut: 10_000,
  })
  assert.deepEqual(pasteInto('ab', '123', { from: 1, to: 1 }, 4), { text: 'a12b', cut: 1 })
  assert.deepEqual(pasteInto('abcd', '123', { from: 1, to: 4 }, 4), { text: 'a123', cut: 0 })
  assert.deepEqual(pasteInto('abcd', '1', { from: 2, to: 2 }, 4), { text: 'abcd', cut: 1 })
})

test('the end of a line is one character, however the clipboard writes it', () => {
  assert.deepEqual(pasteInto('', 'a\r\nb\r\nc', { from: 0, to: 0 }, 5), { text: 'a\nb\nc', cut: 0 })
})
