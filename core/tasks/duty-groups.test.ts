import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Duty } from '#core/tasks/answers.ts'
import { groupDuties } from '#core/tasks/duty-groups.ts'

function duty(kind: Duty['kind'], by: string | null): Duty {
  return {
    kind,
    subject: 'assignment',
    id: 'x' as Duty['id'],
    code: `${by}`,
    title: '',
    unit: null,
    by: by as PlainDate | null,
    since: '2026-11-01' as PlainDate,
    lateness: null,
  }
}

test('what keeps others waiting comes first, in each group the earliest day, and what has no day last', () => {
  const { groups } = groupDuties(
    [duty('work', null), duty('work', '2026-12-01'), duty('work', '2026-11-10'), duty('answer', '2026-11-25')],
    '2026-11-22' as PlainDate,
  )
  assert.deepEqual(
    groups.map((group) => [group.kind, group.duties.map(({ code }) => code)]),
    [
      ['answer', ['2026-11-25']],
      ['work', ['2026-11-10', '2026-12-01', 'null']],
    ],
  )
})

test('yesterday is over, today and the seventh day from it are soon, the eighth is not', () => {
  const days = ['2026-11-21', '2026-11-22', '2026-11-29', '2026-11-30']
  const { overdue, soon } = groupDuties(
    days.map((day) => duty('work', day)),
    '2026-11-22' as PlainDate,
  )
  assert.deepEqual([overdue, soon], [1, 2])
})
