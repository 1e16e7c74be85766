import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newSince, nextVisit } from '#core/home/visit.ts'
import type { Instant } from '#core/kernel/plain-date.ts'

const at = (text: string) => `${text}Z` as Instant

test('what came after the visit before is new for the whole of this visit, however often the page is opened', () => {
  const first = nextVisit(null, at('2026-11-16T01:00:00'))
  const glance = nextVisit(first, at('2026-11-16T01:40:00'))
  const next = nextVisit(glance, at('2026-11-17T01:00:00'))
  assert.equal(newSince(next), at('2026-11-16T01:40:00'))
  const again = nextVisit(next, at('2026-11-17T01:59:00'))
  assert.equal(newSince(again), at('2026-11-16T01:40:00'))
  assert.equal(newSince(nextVisit(again, at('2026-11-17T02:59:00'))), at('2026-11-17T01:59:00'))
})

test('to whoever comes for the first time the last seven days are new', () => {
  assert.equal(newSince(nextVisit(null, at('2026-11-16T01:00:00'))), at('2026-11-09T01:00:00'))
})
