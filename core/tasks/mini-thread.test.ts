import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { miniLine, miniThread } from '#core/tasks/mini-thread.ts'

type Row = Pick<AssignmentRow, 'state' | 'percent' | 'lateness' | 'issuedOn'>

function row(state: Row['state'], kind: Row['lateness']['class'], percent: number | null = null): Row {
  const verdict = { class: kind, dueOn: null, daysLate: null }
  return {
    state,
    percent,
    issuedOn: (state === 'draft' || state === 'approved' ? null : '2026-11-02') as Row['issuedOn'],
    lateness: { ...verdict, ageDays: null, awaitingConfirmation: false, original: verdict },
  }
}

const states = (one: Row) => miniThread(one).map(({ state }) => state)

test('a confirmed assignment is filled to its end', () => {
  assert.deepEqual(states(row('confirmed', 'done_on_time', 100)), ['done', 'done', 'done', 'done', 'done', 'done'])
})

test('a reported completion is hollow until the office confirms it', () => {
  assert.deepEqual(states(row('reported_complete', 'open_in_term', 100)).slice(3), ['reached', 'reached', 'ahead'])
})

test('a draft is not yet given', () => {
  assert.equal(states(row('draft', 'not_counted'))[2], 'ahead')
})

test('an overdue assignment is cut where its next word is missing', () => {
  assert.deepEqual(states(row('accepted', 'open_overdue')).slice(3), ['missed', 'ahead', 'ahead'])
  assert.deepEqual(states(row('in_progress', 'open_overdue', 40)).slice(3), ['reached', 'missed', 'ahead'])
})

test('a withdrawn assignment is struck and cut nowhere', () => {
  assert.deepEqual(states(row('withdrawn', 'closed_without_result', 40)), [
    'struck',
    'struck',
    'struck',
    'ahead',
    'ahead',
    'ahead',
  ])
})

test('a line is as sure as the node that it leaves', () => {
  const node = (state: 'done' | 'reached' | 'missed' | 'ahead') => ({ stage: 'reports', state }) as const
  assert.equal(miniLine(node('done'), node('reached')), 'solid')
  assert.equal(miniLine(node('reached'), node('reached')), 'dashed')
  assert.equal(miniLine(node('reached'), node('ahead')), 'waiting')
  assert.equal(miniLine(node('done'), node('missed')), 'cut')
})
