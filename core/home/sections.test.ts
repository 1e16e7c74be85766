import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sectionsFor } from '#core/home/sections.ts'

test('a clerk sees the register and no figures of work, which are not the clerk’s to read', () => {
  assert.deepEqual(sectionsFor(['clerk']), ['duties', 'register'])
})

test('who holds two roles sees what concerns either, once', () => {
  assert.deepEqual(sectionsFor(['administrator', 'unit-head']), [
    'duties',
    'stars',
    'classes',
    'changes',
    'units',
    'handlers',
    'people',
  ])
})

test('an administrator reads no content by right, and so sees none', () => {
  assert.deepEqual(sectionsFor(['administrator']), ['people'])
})
