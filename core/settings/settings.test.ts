import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needsApproval, settingsFrom } from '#core/settings/settings.ts'

const office = { hasOffice: true, parentId: 'ministry' }
const division = { hasOffice: false, parentId: 'ministry' }

test('approval is asked for the kinds of task that the office has named, and for no other', () => {
  const settings = settingsFrom({ approvalFor: ['by-hand'] })
  assert.equal(needsApproval(settings, 'by-hand', office), true)
  assert.equal(needsApproval(settings, 'directive', office), false)
})

test('what a unit without an office gives on waits for nobody: it has no leader who could approve', () => {
  const settings = settingsFrom({ approvalFor: ['cascade'] })
  assert.equal(needsApproval(settings, 'cascade', office), true)
  assert.equal(needsApproval(settings, 'cascade', division), false)
  assert.equal(needsApproval(settings, 'cascade', { hasOffice: false, parentId: null }), true)
})

test('an office that had approval switched on has it still, for all but cascades', () => {
  assert.deepEqual(settingsFrom({ approvalBeforeIssue: true }).approvalFor, ['directive', 'by-hand'])
  assert.deepEqual(settingsFrom({ approvalBeforeIssue: false }).approvalFor, [])
  assert.deepEqual(settingsFrom({ approvalBeforeIssue: true, approvalFor: ['cascade'] }).approvalFor, ['cascade'])
})
