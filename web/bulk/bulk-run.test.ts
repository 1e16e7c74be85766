import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { BulkCommand, BulkOutcome } from '#core/tasks/bulk.ts'
import { AT_ONCE, type BulkRun, goOn, latestRows } from '#web/bulk/bulk-run.ts'

const command = (n: number) => ({ id: `row-${n}`, version: 1, action: 'accept' }) as unknown as BulkCommand
const outcome = (id: string) => ({ id, done: true, version: 2, problem: null, counter: null }) as BulkOutcome
const row = (id: string, version = 1) => ({ id, version }) as AssignmentRow
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const begun: BulkRun = {
  key: 'k',
  action: 'accept',
  rows: [],
  commands: Array.from({ length: 2 * AT_ONCE + 20 }, (_, n) => command(n)),
  outcomes: [],
  isUndo: false,
}

test('every command is given once, in its order', async () => {
  const given: string[] = []
  await goOn(
    begun,
    async (portion) => {
      given.push(...idsOf(portion))
      return portion.map(({ id }) => outcome(id))
    },
    () => undefined,
  )
  assert.deepEqual(given, idsOf(begun.commands))
})

test('a run that breaks is known up to there, and goes on with the portion that broke under the same key', async () => {
  let run = begun
  const calls: [string, string, number][] = []
  const give = async (portion: BulkCommand[], key: string) => {
    calls.push([key, String(portion[0]?.id), portion.length])
    if (calls.length === 2) throw new Error('broken')
    return portion.map(({ id }) => outcome(id))
  }
  const tell = (now: BulkRun) => (run = now)
  await assert.rejects(goOn(run, give, tell), { message: 'broken' })
  assert.deepEqual(idsOf(run.outcomes), idsOf(begun.commands.slice(0, AT_ONCE)))
  await goOn(run, give, tell)
  assert.deepEqual(idsOf(run.outcomes), idsOf(begun.commands))
  const [first, broken, again, last] = calls
  assert.deepEqual(again, broken)
  assert.deepEqual([first?.[2], again?.[2], last?.[2]], [AT_ONCE, AT_ONCE, 20])
  assert.equal(new Set([first?.[0], again?.[0], last?.[0]]).size, 3, 'each portion has a key of its own')
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
