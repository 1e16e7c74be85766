import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AssignmentState } from '#core/tasks/assignment.ts'
import type { AssignmentCounts } from '#core/tasks/assignment-list.ts'
import { countOf, filterOf } from '#web/views/assignment-views.ts'

test('the view of what units have in hand counts exactly the states that its list asks for', () => {
  const states = Object.fromEntries(AssignmentState.options.map((state, at) => [state, 10 ** at]))
  const wanted = String(filterOf('open', undefined).state).split(',')
  const sum = wanted.reduce((total, state) => total + (states[state] ?? Number.NaN), 0)
  assert.equal(countOf('open', { states } as AssignmentCounts), sum)
  assert.deepEqual(
    AssignmentState.options.filter((state) => !wanted.includes(state)),
    ['draft', 'approved', 'reported_complete', 'confirmed', 'withdrawn', 'superseded', 'merged'],
  )
})
