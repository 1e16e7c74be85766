import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { canBeHeldAt, Role, rolesOn } from '#core/people/role.ts'

const UNIT = 'unit' as Id
const day = (text: string) => text as PlainDate

test('a role is held from its first to its last day, both included', () => {
  const terms = [{ role: 'officer' as const, unitId: UNIT, from: day('2026-03-01'), to: day('2026-03-31') }]
  const held = (on: string) => rolesOn(terms, day(on)).length
  assert.deepEqual(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(held), [0, 1, 1, 0])
})

test('an open role lasts', () => {
  const terms = [{ role: 'clerk' as const, unitId: UNIT, from: day('2026-03-01'), to: null }]
  assert.deepEqual(rolesOn(terms, day('2036-03-01')), [{ role: 'clerk', unitId: UNIT }])
})

test('administrators and auditors, whom no subtree binds, are held at a top unit', () => {
  const at = (unit: { parentId: Id | null; hasOffice: boolean }) =>
    Role.options.filter((role) => !canBeHeldAt(role, unit))
  assert.deepEqual(at({ parentId: null, hasOffice: true }), [])
  assert.deepEqual(at({ parentId: UNIT, hasOffice: true }), ['auditor', 'administrator'])
})

test('office roles are held at a unit that has an office', () => {
  const refused = Role.options.filter((role) => !canBeHeldAt(role, { parentId: UNIT, hasOffice: false }))
  assert.deepEqual(refused, ['leader', 'officer', 'clerk', 'press-officer', 'auditor', 'administrator'])
})
