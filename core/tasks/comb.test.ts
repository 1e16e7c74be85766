import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sibling } from '#core/tasks/answers.ts'
import { combOf, countClasses, TEETH_AT_MOST } from '#core/tasks/comb.ts'

function sibling(n: number, kind: Sibling['lateness']['class'], own = false): Sibling {
  const verdict = { class: kind, dueOn: null, daysLate: null }
  const id = `${n}` as Sibling['id']
  return {
    id,
    code: `NV-0001.${n}`,
    lead: { id, name: `Sở ${n}`, shortName: `Sở ${n}`, external: false },
    lateness: { ...verdict, ageDays: null, awaitingConfirmation: false, original: verdict },
    own,
  }
}

const many = (count: number) => Array.from({ length: count }, (_, n) => sibling(n, 'open_in_term', n === 0))

test('up to sixty units each have a tooth, in the order of issue', () => {
  const comb = combOf(many(TEETH_AT_MOST))
  assert.ok(comb.kind === 'teeth')
  assert.equal(comb.teeth[0]?.own, true)
})

test('more than sixty are counted by class, and none is lost', () => {
  const comb = combOf([...many(3000), ...Array.from({ length: 319 }, (_, n) => sibling(n, 'open_overdue'))])
  assert.ok(comb.kind === 'bins')
  assert.deepEqual(comb.counts, [
    { class: 'open_in_term', count: 3000, own: true },
    { class: 'open_overdue', count: 319, own: false },
  ])
  assert.equal(comb.total, 3319)
})

test('classes are listed from what is settled to what is not', () => {
  const counts = countClasses([sibling(1, 'open_overdue'), sibling(2, 'done_on_time'), sibling(3, 'open_overdue')])
  assert.deepEqual(
    counts.map((one) => `${one.class} ${one.count}`),
    ['done_on_time 1', 'open_overdue 2'],
  )
})
