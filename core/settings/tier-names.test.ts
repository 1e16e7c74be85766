import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { type NamedTier, nameTier, tierNameOn } from '#core/settings/tier-names.ts'

const day = (text: string) => text as PlainDate
const renamed = { number: 3, from: day('2025-07-01'), name: 'Xã, phường, đặc khu', basis: 'Luật 72/2025/QH15' }
const TIERS: NamedTier[] = [
  { number: 1, name: 'Bộ', names: [] },
  { number: 2, name: 'Tỉnh, thành phố', names: [] },
  { number: 3, name: 'Xã, phường, thị trấn', names: [renamed] },
]

test('a tier keeps its former name for the days on which it was called so', () => {
  const [, , commune] = TIERS
  assert.ok(commune)
  assert.equal(tierNameOn(commune, day('2025-06-30')), 'Xã, phường, thị trấn')
  assert.equal(tierNameOn(commune, day('2025-07-01')), 'Xã, phường, đặc khu')
})

test('two tiers are never called the same on one day', () => {
  const given = { number: 2, from: day('2026-01-01'), name: 'xã, phường, đặc khu', basis: 'thử' }
  assert.deepEqual(nameTier(TIERS, given), {
    ok: false,
    failure: { code: 'settings/tier_name_taken', name: 'xã, phường, đặc khu', number: 3 },
  })
})

test('a name that says nothing new is refused; another one for the same day takes its place', () => {
  assert.deepEqual(nameTier(TIERS, { ...renamed, from: day('2026-01-01') }), {
    ok: false,
    failure: { code: 'settings/tier_named_so', name: 'Xã, phường, đặc khu' },
  })
  const corrected = { ...renamed, name: 'Cấp xã' }
  assert.deepEqual(nameTier(TIERS, corrected), { ok: true, value: [corrected] })
})

test('a new tier stands below the last', () => {
  const added = { number: 4, from: day('2026-12-01'), name: 'Thôn, tổ dân phố', basis: 'Nghị quyết thử' }
  assert.deepEqual(nameTier(TIERS, added), { ok: true, value: [renamed, added] })
})
