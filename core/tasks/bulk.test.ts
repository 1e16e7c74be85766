import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { anAssignment } from '#core/tasks/an-assignment.ts'
import { counterOf } from '#core/tasks/bulk.ts'

const lan = '00000000-0000-4000-8000-0000000000aa' as Id
const unit = '00000000-0000-4000-8000-0000000000bb' as Id

const given = anAssignment({
  state: 'accepted',
  issuedOn: '2026-03-13' as PlainDate,
  dueOn: '2026-04-20' as PlainDate,
  handlerId: lan,
  cooperatingIds: [unit],
})

test('a handler, a due date and the cooperating units of what was given are put back as they were', () => {
  assert.deepEqual(counterOf(given, 'assign_handler'), { action: 'assign_handler', personId: lan })
  assert.deepEqual(counterOf(given, 'revise'), { action: 'revise', dueOn: '2026-04-20' })
  assert.deepEqual(counterOf(given, 'set_cooperating'), { action: 'set_cooperating', unitIds: [unit] })
  assert.deepEqual(counterOf(given, 'add_cooperating'), { action: 'set_cooperating', unitIds: [unit] })
})

test('what others were told is not taken back', () => {
  for (const action of ['approve', 'issue', 'accept', 'confirm', 'withdraw'] as const)
    assert.equal(counterOf(given, action), null)
})

test('a draft that was changed is not put back: its approval and its drafter are gone', () => {
  const approved = anAssignment({ state: 'approved', issuedOn: null, dueOn: '2026-04-20' as PlainDate })
  assert.equal(counterOf(approved, 'revise'), null)
  assert.equal(counterOf(approved, 'add_cooperating'), null)
})
