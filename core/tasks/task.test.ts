import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#core/kernel/id.ts'
import type { Lead } from '#core/tasks/assignment.ts'
import { planFanOut } from '#core/tasks/task.ts'

const id = (text: string) => text as Id
const unit = (text: string): Lead => ({ kind: 'unit', id: id(text) })

function plan(leads: Lead[], changes: Partial<Parameters<typeof planFanOut>[0]> = {}) {
  const planned = planFanOut({ leads, cooperatingIds: [], monitorId: null, ...changes })
  assert.ok(planned.ok)
  return planned.value
}

test('a task to three provinces is one task and three assignments, each with one lead', () => {
  const { parts } = plan([unit('a'), unit('b'), unit('c')])
  assert.deepEqual(
    parts.map(({ lead }) => lead.id),
    ['a', 'b', 'c'],
  )
})

test('a unit named by its group and by name gets one assignment, and the repetition is said', () => {
  const { parts, repeated } = plan([unit('a'), unit('b'), unit('a'), unit('a')])
  assert.deepEqual(
    parts.map(({ lead }) => lead.id),
    ['a', 'b'],
  )
  assert.deepEqual(repeated, ['a'])
})

test('a unit that has its assignment already gets no second one', () => {
  const { parts, repeated } = plan([unit('a'), unit('b')], { already: [id('a')] })
  assert.deepEqual([parts.map(({ lead }) => lead.id), repeated], [['b'], ['a']])
})

test('a unit neither cooperates in nor watches over what it leads itself', () => {
  const { parts } = plan([unit('a'), unit('b')], { cooperatingIds: [id('a'), id('c'), id('c')], monitorId: id('b') })
  assert.deepEqual(parts, [
    { lead: unit('a'), cooperatingIds: ['c'], monitorId: 'b' },
    { lead: unit('b'), cooperatingIds: ['a', 'c'], monitorId: null },
  ])
})

test('a task without a lead is not fanned out', () => {
  const planned = planFanOut({ leads: [], cooperatingIds: [], monitorId: null })
  assert.deepEqual(planned, { ok: false, failure: { code: 'task/no_lead' } })
})
