import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#core/kernel/id.ts'
import { addStar, removeStar } from '#core/tasks/star.ts'

const [one, two, three] = ['one', 'two', 'three'] as [Id, Id, Id]

test('starred priorities are few: one more than the setting allows is refused', () => {
  assert.deepEqual(addStar([one], two, 2), { ok: true, value: [one, two] })
  assert.deepEqual(addStar([one, two], three, 2), {
    ok: false,
    failure: { code: 'task/too_many_stars', atMost: 2 },
  })
})

test('a task is starred once, and one that is not starred cannot be taken back', () => {
  assert.deepEqual(addStar([one], one, 2), { ok: false, failure: { code: 'task/starred_already' } })
  assert.deepEqual(removeStar([one], two), { ok: false, failure: { code: 'task/not_starred' } })
})

test('where the setting was lowered, stars are still taken back one by one', () => {
  assert.deepEqual(removeStar([one, two, three], two), { ok: true, value: [one, three] })
})
