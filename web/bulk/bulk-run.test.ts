import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { BulkCommand, BulkOutcome } from '#core/tasks/bulk.ts'
import {
  AT_ONCE,
  type BulkResult,
  continued,
  giveInPortions,
  latestRows,
  withoutTakenBack,
} from '#web/bulk/bulk-run.ts'

const command = (n: number) => ({ id: `row-${n}`, version: 1, action: 'accept' }) as unknown as BulkCommand
const outcome = (id: string) => ({ id, done: true, version: 2, problem: null, counter: null }) as BulkOutcome
const row = (id: string, version = 1) => ({ id, version }) as AssignmentRow
const result = (ids: string[], more: Partial<BulkResult> = {}): BulkResult => ({
  action: 'accept',
  rows: ids.map((id) => row(id)),
  outcomes: ids.map(outcome),
  isUndo: false,
  ...more,
})
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

test('where the way to the server breaks, what was done before it is known', async () => {
  const commands = Array.from({ length: 2 * AT_ONCE + 20 }, (_, n) => command(n))
  let told: readonly BulkOutcome[] = []
  let calls = 0
  const run = giveInPortions(
    commands,
    async (portion) => {
      calls += 1
      if (calls === 2) throw new Error('broken')
      return portion.map(({ id }) => outcome(id))
    },
    (outcomes) => (told = outcomes),
  )
  await assert.rejects(run, { message: 'broken' })
  assert.deepEqual(idsOf(told), idsOf(commands.slice(0, AT_ONCE)))
})

test('every command is given once, in its order', async () => {
  const commands = Array.from({ length: 2 * AT_ONCE + 20 }, (_, n) => command(n))
  const given: string[] = []
  await giveInPortions(
    commands,
    async (portion) => {
      given.push(...idsOf(portion))
      return portion.map(({ id }) => outcome(id))
    },
    () => undefined,
  )
  assert.deepEqual(given, idsOf(commands))
})

test('what goes on after a break has one result, so that all of it can be taken back', () => {
  const whole = continued(result(['a', 'b']), result(['c']))
  assert.deepEqual(idsOf(whole.outcomes), ['a', 'b', 'c'])
  assert.deepEqual(idsOf(whole.rows), ['a', 'b', 'c'])
})

test('a row that was given again after a break has its last outcome alone', () => {
  const refused = { ...outcome('b'), done: false }
  const whole = continued(result(['a', 'b']), result(['b', 'c'], { outcomes: [refused, outcome('c')] }))
  assert.deepEqual(idsOf(whole.outcomes), ['a', 'b', 'c'])
  assert.equal(whole.outcomes[1]?.done, false)
})

test('another action begins anew', () => {
  assert.deepEqual(idsOf(continued(result(['a'], { action: 'withdraw' }), result(['b'])).outcomes), ['b'])
})

test('an undo that broke leaves what it has not taken back to be taken back', () => {
  assert.deepEqual(idsOf(withoutTakenBack(result(['a', 'b', 'c']), [outcome('a')]).outcomes), ['b', 'c'])
})

test('an undo that broke leaves what it was refused among what was done', () => {
  const taken = [outcome('a'), { ...outcome('b'), done: false }]
  assert.deepEqual(idsOf(withoutTakenBack(result(['a', 'b', 'c']), taken).outcomes), ['b', 'c'])
})

test('a chosen row that has left every list is as it was last seen', () => {
  const seen = { readAt: 20, items: [row('gone', 3), row('here', 1)] }
  const rows = latestRows(
    [seen, { readAt: 10, items: [row('gone', 2)] }, { readAt: 30, items: [row('here', 2)] }],
    new Set(['gone', 'here']),
  )
  assert.deepEqual(
    rows.map(({ id, version }) => [id, version]),
    [
      ['gone', 3],
      ['here', 2],
    ],
  )
})

test('a chosen row is as it was last read, whichever list read it', () => {
  const rows = latestRows(
    [
      { readAt: 20, items: [row('a', 3), row('other')] },
      { readAt: 10, items: [row('a', 2), row('b', 1)] },
    ],
    new Set(['a', 'b', 'never read']),
  )
  assert.deepEqual(
    rows.map(({ id, version }) => [id, version]),
    [
      ['a', 3],
      ['b', 1],
    ],
  )
})
