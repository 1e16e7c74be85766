import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatBytes, parseDay } from '#web/format.ts'

test('an empty file is of 0 bytes, and no small one is said to be larger than it is', () => {
  assert.deepEqual(
    [0, 1, 1023, 1024, 1_258_291].map((bytes) => formatBytes(bytes, 'vi')),
    ['0 byte', '1 byte', '1023 byte', '1 KB', '1,2 MB'],
  )
  assert.deepEqual([formatBytes(0, 'en'), formatBytes(1, 'en')], ['0 bytes', '1 byte'])
})

test('a day that is not in the calendar is no day', () => {
  assert.deepEqual(['5/11/2026', '28/02/2027', '31/02/2027', '32/13/2026', 'abc', ''].map(parseDay), [
    '2026-11-05',
    '2027-02-28',
    null,
    null,
    null,
    null,
  ])
})
