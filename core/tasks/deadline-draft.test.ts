import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { deadlineOf, draftOf, lacksOf, NO_DEADLINE } from '#core/tasks/deadline-draft.ts'

const day = '2026-12-20' as PlainDate

test('a deadline that is opened and sent again unchanged is the same deadline', () => {
  const was = { text: 'trước 14 giờ ngày 20/12/2026', kind: 'by', iso: day, hour: '14:00', before: true } as const
  assert.deepEqual(deadlineOf(draftOf({ ...was }), { ...was }), was)
})

test('"before" that is taken off is gone', () => {
  const was = { text: 'trước ngày 20/12/2026', kind: 'by', iso: day, before: true } as const
  const draft = draftOf({ ...was })
  assert.ok(draft)
  assert.equal(deadlineOf({ ...draft, before: false }, { ...was })?.before, undefined)
})

test('a day is needed by a day and in a period, not at once', () => {
  assert.deepEqual(lacksOf(NO_DEADLINE), { text: true, day: true })
  assert.deepEqual(lacksOf({ ...NO_DEADLINE, text: 'khẩn trương', kind: 'immediate' }), { text: false, day: false })
})

test('without a deadline there is none', () => {
  assert.equal(deadlineOf(null, null), null)
})
