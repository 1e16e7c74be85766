import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Id } from '#core/kernel/id.ts'
import { newId } from '#server/clock.ts'

test('ids ascend in the order in which they are made, thousands within one millisecond', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  assert.deepEqual(ids.toSorted(), ids)
  assert.equal(new Set(ids).size, ids.length)
  for (const id of ids.slice(-100)) assert.equal(Id.parse(id), id)
})
