import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSameFilter, viewAt } from '#web/views/view-at.ts'

const views = [
  { filter: { class: 'open_overdue', lead: 'a' }, group: null, sort: null },
  { filter: { class: 'open_overdue', lead: 'a' }, group: 'lead', sort: '-due' },
  { filter: { overdue: true }, group: null, sort: null },
]

test('an address shows a view when it asks for the same, whatever the order of its words', () => {
  assert.equal(viewAt(views, { filter: { lead: 'a', class: 'open_overdue' }, group: null, sort: null }), 0)
  assert.equal(
    viewAt(views, { filter: { lead: 'a', class: 'open_overdue', q: undefined }, group: null, sort: null }),
    0,
  )
})

test('other groups or another order are another view', () => {
  const filter = { class: 'open_overdue', lead: 'a' }
  assert.equal(viewAt(views, { filter, group: 'lead', sort: '-due' }), 1)
  assert.equal(viewAt(views, { filter, group: 'lead', sort: null }), undefined)
})

test('one condition more or less is no view', () => {
  assert.equal(viewAt(views, { filter: { class: 'open_overdue' }, group: null, sort: null }), undefined)
  assert.equal(viewAt(views, { filter: { overdue: true, q: 'thuế' }, group: null, sort: null }), undefined)
})

test('a condition is the same whether an address or a view has kept it', () => {
  assert.ok(isSameFilter({ overdue: true }, { overdue: 'true' }))
})
