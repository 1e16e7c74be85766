import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFilter } from '#web/tasks/read-filter.ts'

test('conditions that nobody knows are taken off the address, by name, and the others stay', () => {
  const address = { class: 'nonsense', state: 'issued,accepted', q: 35, lead: 'x', dueTo: '2027-02-31', open: 'y' }
  // As the router does.
  const shown: Record<string, unknown> = { ...address, ...readFilter(address) }
  assert.deepEqual(shown, {
    class: undefined,
    state: 'issued,accepted',
    q: '35',
    lead: undefined,
    dueTo: undefined,
    open: 'y',
  })
})
