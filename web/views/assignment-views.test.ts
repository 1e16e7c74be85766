import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AssignmentCounts } from '#core/tasks/assignment-list.ts'
import { LatenessClass } from '#core/tasks/lateness.ts'
import { countOf, filterOf } from '#web/views/assignment-views.ts'

test('the view of what is still to be done counts exactly the classes that its list asks for', () => {
  const classes = Object.fromEntries(LatenessClass.options.map((kind, at) => [kind, 10 ** at]))
  const wanted = String(filterOf('open', undefined).class).split(',')
  const sum = wanted.reduce((total, kind) => total + (classes[kind] ?? Number.NaN), 0)
  assert.equal(countOf('open', { classes } as AssignmentCounts), sum)
  assert.deepEqual(
    LatenessClass.options.filter((kind) => !wanted.includes(kind)),
    ['done_on_time', 'done_late', 'done_no_deadline', 'closed_without_result', 'not_counted'],
  )
})
