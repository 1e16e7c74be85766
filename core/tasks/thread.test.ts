import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Assignment } from '#core/tasks/answers.ts'
import { linesOf, taskCodeOf, threadOf } from '#core/tasks/thread.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const unit = { id: id(1), name: 'Sở Phát triển Cơ sở tỉnh Lâm Đồng', shortName: 'Sở PTCS Lâm Đồng', external: false }
const office = { id: id(2), name: 'Bộ Phát triển Cơ sở', shortName: 'Bộ PTCS', external: false }
const person = { id: id(3), name: 'Ngô Quang Dũng', position: 'Giám đốc' }
const inTerm = {
  class: 'open_in_term',
  dueOn: '2026-11-30',
  daysLate: null,
  ageDays: null,
  awaitingConfirmation: false,
  original: { class: 'open_in_term', dueOn: '2026-11-30', daysLate: null },
}
const overdue = { ...inTerm, class: 'open_overdue', daysLate: 3 }

function anAssignment(changes: Record<string, unknown>): Assignment {
  return Assignment.parse({
    id: id(10),
    code: 'NV-0297.04',
    taskId: id(11),
    action: 'rà soát biên chế',
    lead: unit,
    issuedBy: office,
    directiveSymbol: '297/KH-BPTCS',
    state: 'issued',
    deemedAccepted: false,
    issuedOn: '2026-11-02',
    dueOn: '2026-11-30',
    percent: null,
    handler: null,
    evidence: 0,
    missedReports: 0,
    lateness: inTerm,
    version: 1,
    deliverable: null,
    deadline: null,
    deadlineText: null,
    originalDueOn: '2026-11-30',
    reporting: null,
    expectedReports: [],
    cooperating: [],
    monitor: null,
    source: {
      directive: null,
      proposalId: null,
      citation: null,
      quote: null,
      quoteStart: null,
      parent: null,
      note: 'x',
    },
    draftedBy: person,
    draftedAt: '2026-11-01T02:00:00Z',
    approvedBy: null,
    issuedAt: '2026-11-02T02:00:00Z',
    answerBy: '2026-11-05',
    answeredAt: null,
    returnedReason: null,
    completedOn: null,
    confirmedBy: null,
    confirmedAt: null,
    exitReason: null,
    reports: [],
    siblings: [],
    children: [],
    history: [],
    actions: [],
    ...changes,
  })
}

function aReport(n: number, changes: Record<string, unknown> = {}) {
  return {
    id: id(100 + n),
    kind: 'progress',
    reportedOn: `2026-11-${String(n).padStart(2, '0')}`,
    recordedAt: `2026-11-${String(n).padStart(2, '0')}T03:00:00Z`,
    reportedBy: person,
    onBehalf: false,
    text: 'Đã làm',
    percent: n,
    evidence: [],
    outcome: 'noted',
    decidedBy: null,
    decidedAt: null,
    decidedReason: null,
    ...changes,
  }
}

const file = { id: id(50), name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'x' }
const stages = (assignment: Assignment) => threadOf(assignment).map(({ stage, state }) => `${stage} ${state}`)

test('a draft has its sentence and its task; all else is still to come', () => {
  const draft = anAssignment({ state: 'draft', issuedOn: null, issuedAt: null, answerBy: null })
  assert.deepEqual(stages(draft), ['sentence done', 'task done', 'issue ahead', 'completion ahead', 'decision ahead'])
})

test('an issued assignment waits for its answer until the last day to answer', () => {
  const [, , , answer] = threadOf(anAssignment({}))
  assert.equal(answer?.stage, 'answer')
  assert.equal(answer?.state, 'ahead')
  assert.equal(answer?.on, '2026-11-05')
})

test('not answered in time is deemed accepted, also after work has begun', () => {
  for (const changes of [{ deemedAccepted: true }, { state: 'in_progress', reports: [aReport(9)] }]) {
    const step = threadOf(anAssignment(changes)).find(({ stage }) => stage === 'answer')
    assert.ok(step?.stage === 'answer')
    assert.equal(step.answer, 'deemed')
    assert.equal(step.state, 'missed')
  }
})

test('a returned assignment ends with its return: the office has the word', () => {
  const returned = anAssignment({
    state: 'returned',
    answeredAt: '2026-11-03T02:00:00Z',
    returnedReason: 'sai đầu mối',
  })
  assert.deepEqual(stages(returned).slice(3), ['answer reached'])
})

test('progress reports are beads of one step; their files are one step of evidence', () => {
  const accepted = { state: 'in_progress', answeredAt: '2026-11-03T02:00:00Z' }
  const steps = threadOf(anAssignment({ ...accepted, reports: [aReport(9, { evidence: [file] }), aReport(8)] }))
  const beads = steps.find(({ stage }) => stage === 'reports')
  assert.ok(beads?.stage === 'reports')
  assert.deepEqual(
    beads.beads.map(({ reportedOn }) => reportedOn),
    ['2026-11-08', '2026-11-09'],
  )
  assert.equal(steps.filter(({ stage }) => stage === 'evidence').length, 1)
})

test('a report that was sent back stays on the thread, and the work goes on after it', () => {
  const sentBack = aReport(9, {
    kind: 'completion',
    outcome: 'sent_back',
    decidedBy: person,
    decidedAt: '2026-11-10T03:00:00Z',
    decidedReason: 'thiếu 6 xã',
  })
  const again = anAssignment({
    state: 'in_progress',
    answeredAt: '2026-11-03T02:00:00Z',
    reports: [sentBack, aReport(12)],
  })
  assert.deepEqual(stages(again).slice(4), [
    'completion reached',
    'decision reached',
    'reports reached',
    'completion ahead',
    'decision ahead',
  ])
})

test('what is confirmed is done from the reports to the decision, and nothing is to come', () => {
  const completion = aReport(10, {
    kind: 'completion',
    outcome: 'confirmed',
    evidence: [file],
    decidedBy: person,
    decidedAt: '2026-11-11T03:00:00Z',
  })
  const confirmed = anAssignment({
    state: 'confirmed',
    answeredAt: '2026-11-03T02:00:00Z',
    reports: [aReport(8), completion],
  })
  assert.ok(threadOf(confirmed).every(({ state }) => state === 'done'))
  assert.equal(threadOf(confirmed).at(-1)?.stage, 'decision')
})

test('once confirmed, the files of earlier rounds count as confirmed; what was sent back never does', () => {
  const decided = { decidedBy: person, decidedAt: '2026-11-10T03:00:00Z' }
  const confirmed = anAssignment({
    state: 'confirmed',
    answeredAt: '2026-11-03T02:00:00Z',
    reports: [
      aReport(8, { evidence: [file] }),
      aReport(9, { kind: 'completion', outcome: 'sent_back', ...decided }),
      aReport(12, { kind: 'completion', outcome: 'confirmed', ...decided, decidedAt: '2026-11-13T03:00:00Z' }),
    ],
  })
  assert.deepEqual(stages(confirmed).slice(4), [
    'reports done',
    'evidence done',
    'completion reached',
    'decision reached',
    'completion done',
    'decision done',
  ])
})

test('files that came with an early report stand after the beads', () => {
  const reports = [aReport(8, { evidence: [file] }), aReport(12)]
  const steps = stages(anAssignment({ state: 'in_progress', answeredAt: '2026-11-03T02:00:00Z', reports }))
  assert.deepEqual(steps.slice(4, 6), ['reports reached', 'evidence reached'])
})

test('an overdue assignment has missed its completion, and the line is cut before it', () => {
  const late = anAssignment({ state: 'accepted', answeredAt: '2026-11-03T02:00:00Z', lateness: overdue })
  const steps = threadOf(late)
  assert.equal(steps.find(({ stage }) => stage === 'completion')?.state, 'missed')
  assert.deepEqual(linesOf(steps), ['solid', 'solid', 'solid', 'cut', 'waiting', 'waiting'])
})

test('after a report the line is dashed until the office confirms, also past a change on the way', () => {
  const revised = {
    id: id(60),
    at: '2026-11-10T03:00:00Z',
    by: person,
    command: 'assignment.revise',
    data: {},
    changes: [],
    sealed: true,
  }
  const assignment = anAssignment({
    state: 'in_progress',
    answeredAt: '2026-11-03T02:00:00Z',
    reports: [aReport(9), aReport(12, { kind: 'completion', outcome: 'pending' })],
    history: [revised],
  })
  const steps = threadOf(assignment)
  const lines = linesOf(steps)
  assert.equal(lines[steps.findIndex(({ stage }) => stage === 'change')], 'dashed')
})

test('a withdrawn assignment ends struck, with its reason', () => {
  const withdrawn = anAssignment({ state: 'withdrawn', exitReason: 'thực hiện theo cơ chế riêng' })
  const last = threadOf(withdrawn).at(-1)
  assert.ok(last?.stage === 'exit')
  assert.equal(last.state, 'struck')
  assert.equal(last.reason, 'thực hiện theo cơ chế riêng')
})

test('steps stand in the order in which they happened', () => {
  const child = {
    id: id(70),
    code: 'NV-0300',
    action: 'x',
    directiveSymbol: null,
    owner: unit,
    lastDayOnTime: null,
    draftedAt: '2026-11-04T02:00:00Z',
    states: {},
    assignments: 2,
    version: 1,
  }
  const assignment = anAssignment({
    state: 'in_progress',
    answeredAt: '2026-11-03T02:00:00Z',
    reports: [aReport(9)],
    children: [child],
  })
  assert.deepEqual(
    threadOf(assignment).map(({ stage }) => stage),
    ['sentence', 'task', 'issue', 'answer', 'cascade', 'reports', 'completion', 'decision'],
  )
})

test('the code of a task is that of its assignment without the last number', () => {
  assert.equal(taskCodeOf('NV-0297.04'), 'NV-0297')
})

const expectedOn = (on: string, state: 'received' | 'missed' | 'ahead') => ({ on, state, reportId: null })

test('a missed report is a gap among the reports, and cuts the line where it is the last one due', () => {
  const reports = [aReport(6)]
  const expectedReports = [expectedOn('2026-11-06', 'received'), expectedOn('2026-11-13', 'missed')]
  const steps = threadOf(
    anAssignment({
      state: 'in_progress',
      reports,
      expectedReports: [...expectedReports, expectedOn('2026-11-20', 'ahead')],
    }),
  )
  const step = steps.find(({ stage }) => stage === 'reports')
  assert.ok(step?.stage === 'reports')
  assert.deepEqual([step.state, step.missed, step.next], ['missed', ['2026-11-13'], '2026-11-20'])
  assert.equal(linesOf(steps)[steps.indexOf(step) - 1], 'cut')
})

test('a report that came after a missed one mends the line, and the gap stays', () => {
  const reports = [aReport(14)]
  const expectedReports = [expectedOn('2026-11-06', 'missed'), expectedOn('2026-11-20', 'received')]
  const steps = threadOf(anAssignment({ state: 'in_progress', reports, expectedReports }))
  const step = steps.find(({ stage }) => stage === 'reports')
  assert.ok(step?.stage === 'reports')
  assert.deepEqual([step.state, step.missed], ['reached', ['2026-11-06']])
})

test('where no report has come at all, the missed ones stand on the thread themselves', () => {
  const expectedReports = [expectedOn('2026-11-06', 'missed'), expectedOn('2026-11-13', 'missed')]
  const steps = threadOf(anAssignment({ state: 'in_progress', expectedReports }))
  const step = steps.find(({ stage }) => stage === 'reports')
  assert.ok(step?.stage === 'reports')
  assert.deepEqual([step.beads, step.missed, step.state], [[], ['2026-11-06', '2026-11-13'], 'missed'])
})
