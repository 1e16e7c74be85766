import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#core/kernel/id.ts'
import { anIssuedAssignment } from '#core/tasks/an-assignment.ts'
import { assignmentChanges } from '#core/tasks/field-changes.ts'

test('the same lead is no change, in whatever order its keys come', () => {
  const id = '0190a5e0-0000-7000-8000-000000000001' as Id
  const before = anIssuedAssignment({ lead: { kind: 'unit', id } })
  assert.deepEqual(assignmentChanges(before, { ...before, lead: { id, kind: 'unit' } }), [])
})
