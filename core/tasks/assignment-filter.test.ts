import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { asOfDay, OPEN_STATES } from '#core/tasks/assignment-filter.ts'

const day = (text: string) => text as PlainDate

test('due soon moves with the day: what is kept in March means April in April', () => {
  assert.deepEqual(asOfDay({ due: 'soon' }, day('2026-03-16')), {
    state: [...OPEN_STATES],
    dueFrom: '2026-03-16',
    dueTo: '2026-03-23',
  })
  assert.deepEqual(asOfDay({ due: 'soon' }, day('2026-04-28')), {
    state: [...OPEN_STATES],
    dueFrom: '2026-04-28',
    dueTo: '2026-05-05',
  })
})

test('this month is all of it, whatever its length', () => {
  for (const [today, last] of [
    ['2026-02-10', '2026-02-28'],
    ['2028-02-29', '2028-02-29'],
    ['2026-04-01', '2026-04-30'],
    ['2026-12-31', '2026-12-31'],
  ] as const)
    assert.deepEqual(asOfDay({ due: 'month' }, day(today)), { dueFrom: `${today.slice(0, 8)}01`, dueTo: last })
})

test('before today ends yesterday', () => {
  assert.deepEqual(asOfDay({ due: 'past' }, day('2026-03-01')), { dueTo: '2026-02-28' })
})

test('other conditions hold beside it: the later beginning, the earlier end, the states of both', () => {
  assert.deepEqual(
    asOfDay(
      {
        due: 'soon',
        state: ['accepted', 'confirmed'],
        dueFrom: day('2026-03-18'),
        dueTo: day('2026-12-31'),
        q: 'thuế',
      },
      day('2026-03-16'),
    ),
    { q: 'thuế', state: ['accepted'], dueFrom: '2026-03-18', dueTo: '2026-03-23' },
  )
  assert.deepEqual(asOfDay({ due: 'soon', state: ['confirmed'] }, day('2026-03-16')).state, [])
})

test('without such a word the filter is as it was', () => {
  assert.deepEqual(asOfDay({ dueTo: day('2026-03-01'), awaiting: true }, day('2026-03-16')), {
    dueTo: '2026-03-01',
    awaiting: true,
  })
})
