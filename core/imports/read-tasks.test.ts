import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ColumnRole, guessMapping, type Mapping } from '#core/imports/column-role.ts'
import { columnLetter, gridOf, type Merge, type RawValue } from '#core/imports/grid.ts'
import { headerAt } from '#core/imports/header.ts'
import { readDirectives } from '#core/imports/read-directives.ts'
import { readTasks } from '#core/imports/read-tasks.ts'
import { type NameKnowledge, settleNames } from '#core/imports/settle-names.ts'
import type { Id } from '#core/kernel/id.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'

const HEAD = ['STT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm', 'Kết quả']
const merge = (startRow: number, startCol: number, endRow: number, endCol: number): Merge => ({
  startRow,
  startCol,
  endRow,
  endCol,
})

function table(
  rows: RawValue[][],
  merges: Merge[] = [],
  { includeDone = false, hidden = [] as number[], includeHidden = false } = {},
) {
  const grid = gridOf({ name: 'Giao việc', rows: [HEAD, ...rows], merges, hidden }, includeHidden)
  return { grid, ...readTasks(grid, headerAt(grid, 0, 1), mappingOf('tasks', HEAD), { year: 2026, includeDone }) }
}

function mappingOf(kind: 'tasks' | 'directives', labels: string[]): Mapping {
  const roles = guessMapping(kind, labels)
  const pairs = roles.flatMap((role, at): [string, ColumnRole][] => (role ? [[columnLetter(at), role]] : []))
  return Object.fromEntries(pairs)
}

test('a row is a task with its names, deadline and deliverable', () => {
  const { items, faults } = table([[1, 'Rà soát biên chế', 'Sở A', 'Sở B; Sở C', '30/6/2026', 'Báo cáo', 'Đang làm']])
  assert.deepEqual(faults, [])
  const [task] = items
  assert.equal(task?.action, 'Rà soát biên chế')
  assert.deepEqual(
    [task?.lead[0]?.text, task?.cooperating[0]?.text, task?.deadline?.iso, task?.deliverable, task?.result],
    ['Sở A', 'Sở B; Sở C', '2026-06-30', 'Báo cáo', 'Đang làm'],
  )
})

test('a heading gives its directive to the rows below it until a heading as high takes its place', () => {
  const { items, kinds } = table(
    [
      ['I', 'Chỉ thị số 12/CT-UBND ngày 05/01/2026 của UBND tỉnh về biên chế'],
      ['1', 'Nhóm nhiệm vụ chung', null, null, null, null, null],
      [1, 'Rà soát', 'Sở A'],
      ['II. Nhiệm vụ thường xuyên'],
      [2, 'Báo cáo', 'Sở B'],
    ],
    [merge(2, 1, 2, 6), merge(4, 0, 4, 6)],
  )
  assert.deepEqual(kinds, ['header', 'heading', 'heading', 'row', 'heading', 'row'])
  assert.deepEqual(
    items.map(({ source, heading }) => [source?.symbol, heading]),
    [
      ['12/CT-UBND', '1 Nhóm nhiệm vụ chung'],
      [undefined, 'II. Nhiệm vụ thường xuyên'],
    ],
  )
})

test('rows that share a merged cell of work are one task with a lead from each', () => {
  const { items, kinds } = table(
    [
      [1, 'Rà soát', 'Sở A', null, '30/6/2026'],
      [null, null, 'Sở B', null, null],
      [2, 'Báo cáo', 'Sở C', null, '30/6/2026'],
    ],
    [merge(1, 0, 2, 0), merge(1, 1, 2, 1), merge(1, 4, 2, 4)],
  )
  assert.deepEqual(kinds, ['header', 'row', 'more', 'row'])
  assert.deepEqual(
    items.map(({ lead }) => lead.map(({ text }) => text)),
    [['Sở A', 'Sở B'], ['Sở C']],
  )
})

test('a merged lead leads every row that it covers', () => {
  const { items } = table(
    [
      [1, 'Rà soát', 'Sở A'],
      [2, 'Báo cáo', null],
    ],
    [merge(1, 2, 2, 2)],
  )
  assert.deepEqual(
    items.map(({ lead }) => lead.map(({ text, row }) => [text, row])),
    [[['Sở A', 1]], [['Sở A', 1]]],
  )
})

test('rows of one work with their own deadlines are tasks of their own', () => {
  const { items } = table(
    [
      [1, 'Rà soát', 'Sở A', null, '30/6/2026'],
      [null, null, 'Sở B', null, '31/7/2026'],
    ],
    [merge(1, 0, 2, 0), merge(1, 1, 2, 1)],
  )
  assert.deepEqual(
    items.map(({ action, deadline }) => [action, deadline?.iso]),
    [
      ['Rà soát', '2026-06-30'],
      ['Rà soát', '2026-07-31'],
    ],
  )
})

test('"như trên", "-nt-" and ditto signs say what stands above, past a heading too', () => {
  const { items } = table(
    [
      [1, 'Rà soát', 'Sở A', 'Sở B', '30/6/2026'],
      ['II. Nhiệm vụ khác'],
      [2, 'Báo cáo', '-nt-', 'Như trên', '//'],
      [3, 'Tổng hợp', '"', null, 'nt'],
    ],
    [merge(2, 0, 2, 6)],
  )
  assert.deepEqual(
    items.map(({ lead, cooperating, deadline }) => [lead[0]?.text, cooperating[0]?.text, deadline?.iso]),
    [
      ['Sở A', 'Sở B', '2026-06-30'],
      ['Sở A', 'Sở B', '2026-06-30'],
      ['Sở A', undefined, '2026-06-30'],
    ],
  )
})

test('"nt" under a cell without a deadline says that there is none', () => {
  const { items, faults } = table([
    [1, 'Rà soát', 'Sở A', null, '30/6/2026'],
    [2, 'Báo cáo', 'Sở A', null, null],
    [3, 'Tổng hợp', 'nt', null, 'nt'],
  ])
  assert.deepEqual(faults, [])
  assert.deepEqual(
    items.map(({ deadline }) => deadline?.iso),
    ['2026-06-30', undefined, undefined],
  )
})

test('a number with a fraction is no date: 12.1 may be the twelfth of January or the first of December', () => {
  const { faults } = table([[1, 'Rà soát', 'Sở A', null, 12.1]])
  assert.deepEqual(
    faults.map(({ cell, code }) => [cell, code]),
    [['E2', 'deadline_unread']],
  )
})

test('rows that the sheet hides are left out and said, unless they are asked for', () => {
  const rows = [
    [1, 'Rà soát', 'Sở A'],
    [2, 'Báo cáo', null],
    [3, 'Tổng hợp', 'Sở B'],
  ]
  const seen = table(rows, [], { hidden: [2] })
  assert.deepEqual(seen.kinds, ['header', 'row', 'hidden', 'row'])
  assert.deepEqual([seen.items.length, seen.faults.length], [2, 0])
  const all = table(rows, [], { hidden: [2], includeHidden: true })
  assert.deepEqual([all.items.length, all.faults.map(({ cell }) => cell)], [3, ['C3']])
})

test('a row without number and work goes on with the one above', () => {
  const { items, kinds } = table([
    [1, 'Rà soát', 'Sở A', 'Sở B'],
    [null, null, null, 'Sở C', null, 'Phụ lục'],
  ])
  assert.deepEqual(kinds, ['header', 'row', 'more'])
  assert.deepEqual(
    items[0]?.cooperating.map(({ text }) => text),
    ['Sở B', 'Sở C'],
  )
  assert.equal(items[0]?.deliverable, 'Phụ lục')
})

test('what the table says is done is left out and counted, and need not be right', () => {
  const rows = [
    [1, 'Rà soát', 'Sở A', null, '31/6/2026', null, 'Đã hoàn thành'],
    [2, 'Báo cáo', 'Sở B'],
  ]
  const without = table(rows)
  assert.deepEqual([without.items.length, without.done, without.faults.length], [1, 1, 0])
  const whole = table(rows, [], { includeDone: true })
  assert.deepEqual([whole.items.length, whole.done, whole.faults.map(({ cell }) => cell)], [2, 0, ['E2']])
})

test('a wrong cell is named as Excel names it, with what was expected and what it holds', () => {
  const { faults } = table([
    [1, 'Rà soát', 'Sở A', null, '31/6/2026'],
    [2, null, 'Sở A'],
    [3, 'Báo cáo', null],
  ])
  assert.deepEqual(
    faults.map(({ sheet, cell, role, code, value }) => [sheet, cell, role, code, value]),
    [
      ['Giao việc', 'E2', 'deadline', 'deadline_impossible', '31/6/2026'],
      ['Giao việc', 'B3', 'action', 'action_missing', ''],
      ['Giao việc', 'C4', 'lead', 'lead_missing', ''],
    ],
  )
})

const unit = (name: string): NamedAddressee => ({ kind: 'unit', id: name as Id, name, count: 1 })
const PROVINCES: NamedAddressee = { kind: 'group', id: 'g' as Id, name: 'các Sở', count: 2 }
const KNOWN: Record<string, NamedAddressee> = { 'Sở A': unit('Sở A'), 'Sở B': unit('Sở B'), 'các Sở': PROVINCES }

function settled(rows: RawValue[][], more: Partial<NameKnowledge> = {}) {
  const { grid, items } = table(rows)
  return settleNames(grid, items, {
    match: (written) => {
      const found = KNOWN[written]
      if (found) return { written, status: 'sure', candidates: [found] }
      return written === 'Sở'
        ? { written, status: 'unsure', candidates: [unit('Sở A')] }
        : { written, status: 'unknown', candidates: [] }
    },
    chosen: new Map(),
    leads: [],
    mayLead: ({ id }) => id !== 'Sở B',
    expand: (addressees) => [
      ...new Set(addressees.flatMap(({ kind, id }) => (kind === 'group' ? ['Sở A', 'Sở C'] : [id]))),
    ],
    ...more,
  })
}

test('a group stands for all of its members', () => {
  const { assignments, tasks } = settled([[1, 'Rà soát', 'các Sở']])
  assert.equal(assignments, 2)
  assert.deepEqual(tasks[0]?.leads, [{ kind: 'group', id: 'g' }])
})

test('several leads in a cell are asked about: each leads, or the first leads and the others cooperate', () => {
  const rows: RawValue[][] = [[1, 'Rà soát', 'Sở A, các Sở']]
  const asked = settled(rows)
  assert.deepEqual([asked.open, asked.leads[0]?.names, asked.leads[0]?.cells], [1, ['Sở A', 'các Sở'], ['C2']])
  const first = settled(rows, { leads: [{ written: 'Sở A, các Sở', as: 'first' }] })
  assert.equal(first.open, 0)
  assert.deepEqual(first.tasks[0]?.leads, [{ kind: 'unit', id: 'Sở A' }])
  assert.deepEqual(first.tasks[0]?.cooperating, [{ kind: 'group', id: 'g' }])
  const each = settled(rows, { leads: [{ written: 'Sở A, các Sở', as: 'each' }] })
  assert.deepEqual([each.open, each.assignments], [0, 2])
})

test('an unsure name is a question, an unknown one is wrong, and both are settled by whom the office names', () => {
  const rows: RawValue[][] = [
    [1, 'Rà soát', 'Sở'],
    [2, 'Báo cáo', 'Sở A', 'Hội X'],
  ]
  const asked = settled(rows)
  assert.deepEqual([asked.open, asked.faults.map(({ cell, code }) => [cell, code])], [1, [['D3', 'name_unknown']]])
  const chosen = new Map([
    ['Sở', [unit('Sở A')]],
    ['Hội X', []],
  ])
  const done = settled(rows, { chosen })
  assert.deepEqual([done.open, done.faults, done.tasks[1]?.cooperating], [0, [], []])
})

test('a lead that is left out leaves its row without one', () => {
  const { faults } = settled([[1, 'Rà soát', 'Hội X']], { chosen: new Map([['Hội X', []]]) })
  assert.deepEqual(
    faults.map(({ cell, code }) => [cell, code]),
    [['C2', 'lead_missing']],
  )
})

test('an office gives work only below itself', () => {
  const { faults } = settled([[1, 'Rà soát', 'Sở B']])
  assert.deepEqual(
    faults.map(({ cell, code }) => [cell, code]),
    [['C2', 'lead_not_below']],
  )
})

test('a body outside that cooperates is kept in words', () => {
  const outside: NamedAddressee = { kind: 'external', id: 'x' as Id, name: 'Kho bạc', count: 1 }
  const { tasks } = settled([[1, 'Rà soát', 'Sở A', 'Kho bạc']], { chosen: new Map([['Kho bạc', [outside]]]) })
  assert.deepEqual([tasks[0]?.cooperating, tasks[0]?.outside], [[], ['Kho bạc']])
})

test('the lines of a register are read, and its months are headings', () => {
  const head = ['STT', 'Số, ký hiệu', 'Ngày ban hành', 'Trích yếu']
  const rows = [
    head,
    ['Tháng 01/2026'],
    [1, '12/CT-BPTCS', '05/01/2026', 'Về biên chế'],
    [2, null, '31/02/2026', 'Về trụ sở'],
  ]
  const grid = gridOf({ name: 'Sổ', rows, merges: [merge(1, 0, 1, 3)], hidden: [] })
  const { items, faults, kinds } = readDirectives(grid, headerAt(grid, 0, 1), mappingOf('directives', head))
  assert.deepEqual(kinds, ['header', 'heading', 'row', 'row'])
  assert.deepEqual(
    items.map(({ symbol, type, issuedOn }) => [symbol, type, issuedOn]),
    [
      ['12/CT-BPTCS', 'chỉ thị', '2026-01-05'],
      ['', 'công văn', null],
    ],
  )
  assert.deepEqual(
    faults.map(({ cell, code }) => [cell, code]),
    [
      ['B4', 'symbol_missing'],
      ['C4', 'day_unread'],
    ],
  )
})
