import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { againstToday } from '#core/tasks/against-today.ts'
import type { Lateness } from '#core/tasks/lateness.ts'

const today = '2026-11-20' as PlainDate

function lateness(kind: Lateness['class'], changes: Partial<Lateness> = {}): Lateness {
  const verdict = { class: kind, dueOn: null, daysLate: null }
  return { ...verdict, ageDays: null, awaitingConfirmation: false, original: verdict, ...changes }
}

test('overdue since 28/9 is 53 days over on 20/11', () => {
  assert.deepEqual(againstToday(lateness('open_overdue', { daysLate: 53 }), today), { kind: 'over', days: 53 })
})

test('due on 27/11 leaves 7 days on 20/11, due on 20/11 is due today', () => {
  assert.deepEqual(againstToday(lateness('open_in_term', { dueOn: '2026-11-27' as PlainDate }), today), {
    kind: 'left',
    days: 7,
  })
  assert.deepEqual(againstToday(lateness('open_in_term', { dueOn: today }), today), { kind: 'today' })
})

test('while the office decides no days run', () => {
  const waiting = lateness('open_in_term', { dueOn: '2026-11-01' as PlainDate, awaitingConfirmation: true })
  assert.deepEqual(againstToday(waiting, today), { kind: 'awaiting' })
  const late = lateness('open_overdue', { daysLate: 16, awaitingConfirmation: true })
  assert.deepEqual(againstToday(late, today), { kind: 'reported_late', days: 16 })
})

test('without a deadline the age is counted', () => {
  assert.deepEqual(againstToday(lateness('open_no_deadline', { ageDays: 94 }), today), { kind: 'age', days: 94 })
})
