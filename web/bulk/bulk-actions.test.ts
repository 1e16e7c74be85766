import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { leadsOf } from '#web/bulk/bulk-actions.ts'

const row = (id: string, lead: string) => ({ id, lead: { id: lead } }) as AssignmentRow

test('rows of several leads stand apart, those of the reader’s own unit first, then the most', () => {
  const rows = [row('a', 'ward'), row('b', 'province'), row('c', 'town'), row('d', 'town')]
  assert.deepEqual(
    leadsOf(rows, ['province']).map(({ unit, rows: of }) => [unit.id, of.map(({ id }) => id)]),
    [
      ['province', ['b']],
      ['town', ['c', 'd']],
      ['ward', ['a']],
    ],
  )
})
