import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Assignment, HistoryStep, Report } from '#core/tasks/answers.ts'
import type { NodeState } from '#core/tasks/mini-thread.ts'
import type { ThreadStep } from '#core/tasks/thread-step.ts'

/** What the journal knows and no column keeps: corrections on the way, each a small node between the great ones. */
const CHANGES = new Set(['assign_handler', 'revise', 'reassign', 'set_cooperating'])

/** The command without its slice, written in one way: `assignment.assign-handler` is `assign_handler`. */
export function commandWord(command: string): string {
  return command.replace(/^.*[./]/, '').replaceAll('-', '_')
}

/** `NV-0297` of `NV-0297.04`. */
export function taskCodeOf(assignmentCode: string): string {
  return assignmentCode.replace(/\.\d+$/, '')
}

/** The whole thread of an assignment in the order in which it happened, and what is still to come. */
export function threadOf(assignment: Assignment): ThreadStep[] {
  return [...foundation(assignment), ...whatHappened(assignment), ...whatIsToCome(assignment)]
}

export type ThreadLine = 'solid' | 'dashed' | 'waiting' | 'cut'

/** The line below each step, down to the next. A change on the way is as sure as what it changed, so it carries the line on. */
export function linesOf(steps: readonly ThreadStep[]): ThreadLine[] {
  let ground: NodeState = 'done'
  return steps.map((step, index) => {
    if (step.stage !== 'change' && step.stage !== 'cascade') ground = step.state
    const next = steps[index + 1]
    if (next === undefined || next.state === 'ahead') return 'waiting'
    if (next.state === 'missed') return 'cut'
    if (ground === 'struck' || next.state === 'struck') return 'waiting'
    return ground === 'reached' ? 'dashed' : 'solid'
  })
}

function foundation(assignment: Assignment): ThreadStep[] {
  const { source } = assignment
  const isGiven = assignment.issuedAt !== null
  return [
    {
      stage: 'sentence',
      key: 'sentence',
      state: 'done',
      at: null,
      on: source.directive?.issuedOn ?? null,
      by: null,
      source,
    },
    {
      stage: 'task',
      key: 'task',
      state: 'done',
      at: assignment.draftedAt,
      on: null,
      by: assignment.draftedBy,
      code: taskCodeOf(assignment.code),
      action: assignment.action,
      deliverable: assignment.deliverable,
    },
    {
      stage: 'issue',
      key: 'issue',
      state: isGiven ? 'done' : 'ahead',
      at: assignment.issuedAt,
      on: null,
      by: null,
      issuedBy: assignment.issuedBy,
      approvedBy: assignment.approvedBy,
      siblings: assignment.siblings,
    },
  ]
}

function whatHappened(assignment: Assignment): ThreadStep[] {
  const events: { at: string; step: ThreadStep }[] = []
  const answer = answerStep(assignment)
  if (answer) events.push({ at: answer.at ?? answer.on ?? '', step: answer })
  for (const change of assignment.history.filter((step) => isChange(assignment, step)))
    events.push({
      at: change.at,
      step: { stage: 'change', key: change.id, state: 'done', at: change.at, on: null, by: change.by, change },
    })
  const [firstChild] = assignment.children
  if (firstChild)
    events.push({
      at: firstChild.draftedAt,
      step: {
        stage: 'cascade',
        key: 'cascade',
        state: 'done',
        at: firstChild.draftedAt,
        on: null,
        by: null,
        children: assignment.children,
      },
    })
  for (const round of withSchedule(roundsOf(assignment.reports), assignment.expectedReports)) {
    let latest = ''
    for (const step of stepsOf(round, assignment.state === 'confirmed')) {
      // A round keeps its order: files that came with an early report still stand after the beads.
      if (step.at !== null && step.at > latest) latest = step.at
      else if (step.at === null && step.on !== null && latest === '') latest = `${step.on}T17:00:00Z`
      events.push({ at: latest, step })
    }
  }
  // A stable sort: what was recorded in the same moment keeps the order of the line.
  return events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ step }) => step)
}

/** A return that was answered by a reassignment is history; the last one of a returned assignment is its answer. */
function isChange(assignment: Assignment, step: HistoryStep): boolean {
  const word = commandWord(step.command)
  if (word !== 'return') return CHANGES.has(word) && assignment.issuedAt !== null
  return assignment.state !== 'returned' || step.id !== lastStep(assignment, 'return')?.id
}

function answerStep(assignment: Assignment): ThreadStep | null {
  if (assignment.issuedAt === null) return null
  const base = { stage: 'answer', key: 'answer', answerBy: assignment.answerBy, reason: null } as const
  if (assignment.state === 'returned') {
    const step = lastStep(assignment, 'return')
    const reason = assignment.returnedReason
    return {
      ...base,
      state: 'reached',
      at: assignment.answeredAt,
      on: null,
      by: step?.by ?? null,
      answer: 'returned',
      reason,
    }
  }
  const beganUnanswered =
    assignment.answeredAt === null && ['in_progress', 'reported_complete', 'confirmed'].includes(assignment.state)
  if (assignment.deemedAccepted || beganUnanswered)
    return { ...base, state: 'missed', at: null, on: assignment.answerBy, by: null, answer: 'deemed' }
  if (assignment.answeredAt !== null) {
    const step = lastStep(assignment, 'accept')
    return { ...base, state: 'done', at: assignment.answeredAt, on: null, by: step?.by ?? null, answer: 'accepted' }
  }
  return null
}

function lastStep(assignment: Assignment, word: string): HistoryStep | undefined {
  return assignment.history
    .filter(({ command }) => commandWord(command) === word)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1)
}

interface Round {
  progress: Report[]
  completion: Report | null
  missed?: PlainDate[]
  next?: PlainDate | null
}

/** What was missed stands among the reports of its time; the line is cut where the last report due is missing. */
function withSchedule(rounds: Round[], expected: Assignment['expectedReports']): Round[] {
  const next = expected.find(({ state }) => state === 'ahead')?.on ?? null
  let missed = expected.filter(({ state }) => state === 'missed').map(({ on }) => on)
  const closed = rounds.map((round) => {
    const { completion } = round
    if (!completion) return round
    const own = missed.filter((day) => day <= completion.reportedOn)
    missed = missed.filter((day) => day > completion.reportedOn)
    return { ...round, missed: own }
  })
  const last = closed.at(-1)
  if (last && !last.completion) return [...closed.slice(0, -1), { ...last, missed, next }]
  return missed.length === 0 ? closed : [...closed, { progress: [], completion: null, missed, next }]
}

/** Reports in the order of recording; each report of completion ends a round, because the office answers it. */
function roundsOf(reports: readonly Report[]): Round[] {
  const rounds: Round[] = []
  let open: Round = { progress: [], completion: null }
  for (const report of reports.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))) {
    if (report.kind === 'progress') {
      open.progress.push(report)
      continue
    }
    rounds.push({ ...open, completion: report })
    open = { progress: [], completion: null }
  }
  return open.progress.length > 0 ? [...rounds, open] : rounds
}

/** Once the office has confirmed the whole, its progress and its files count as confirmed; a completion that was sent back never does. */
function stepsOf({ progress, completion, missed = [], next = null }: Round, isConfirmed: boolean): ThreadStep[] {
  const steps: ThreadStep[] = []
  const state: NodeState = isConfirmed ? 'done' : 'reached'
  const all = completion ? [...progress, completion] : progress
  const lastProgress = progress.at(-1)
  const lastMissed = missed.at(-1)
  if (lastProgress || lastMissed !== undefined) {
    const isCut = lastMissed !== undefined && !completion && !(lastProgress && lastProgress.reportedOn > lastMissed)
    steps.push({
      stage: 'reports',
      key: `reports-${lastProgress?.id ?? lastMissed ?? ''}`,
      state: isCut ? 'missed' : state,
      at: lastProgress?.recordedAt ?? null,
      on: lastProgress?.reportedOn ?? lastMissed ?? null,
      by: lastProgress?.reportedBy ?? null,
      beads: progress,
      missed,
      next,
    })
  }
  const files = all.flatMap((report) => report.evidence.map((file) => ({ file, report })))
  const lastWithFile = files.at(-1)?.report
  if (lastWithFile) {
    const { id, recordedAt, reportedOn, reportedBy } = lastWithFile
    steps.push({
      stage: 'evidence',
      key: `evidence-${id}`,
      state,
      at: recordedAt,
      on: reportedOn,
      by: reportedBy,
      files,
    })
  }
  if (!completion) return steps
  const { id, recordedAt, reportedOn, reportedBy, outcome } = completion
  steps.push({
    stage: 'completion',
    key: id,
    state: outcome === 'confirmed' ? 'done' : 'reached',
    at: recordedAt,
    on: reportedOn,
    by: reportedBy,
    report: completion,
  })
  if (outcome === 'confirmed' || outcome === 'sent_back')
    steps.push({
      stage: 'decision',
      key: `decision-${id}`,
      state: outcome === 'confirmed' ? 'done' : 'reached',
      at: completion.decidedAt,
      on: null,
      by: completion.decidedBy,
      decision: outcome,
      reason: completion.decidedReason,
    })
  return steps
}

function whatIsToCome(assignment: Assignment): ThreadStep[] {
  const nobody = { at: null, on: null, by: null } as const
  const { state } = assignment
  if (state === 'withdrawn' || state === 'superseded' || state === 'merged') {
    const step = lastStep(assignment, { withdrawn: 'withdraw', superseded: 'supersede', merged: 'merge' }[state])
    return [
      {
        stage: 'exit',
        key: 'exit',
        state: 'struck',
        at: step?.at ?? null,
        on: null,
        by: step?.by ?? null,
        exit: state,
        reason: assignment.exitReason,
      },
    ]
  }
  if (state === 'confirmed' || state === 'returned') return []
  const steps: ThreadStep[] = []
  if (state === 'issued' && !assignment.deemedAccepted)
    steps.push({
      ...nobody,
      stage: 'answer',
      key: 'answer',
      state: 'ahead',
      on: assignment.answerBy,
      answer: 'awaited',
      answerBy: assignment.answerBy,
      reason: null,
    })
  if (state !== 'reported_complete')
    steps.push({
      ...nobody,
      stage: 'completion',
      key: 'completion',
      state: assignment.lateness.class === 'open_overdue' ? 'missed' : 'ahead',
      on: assignment.dueOn,
      report: null,
    })
  return [
    ...steps,
    { ...nobody, stage: 'decision', key: 'decision', state: 'ahead', decision: 'awaited', reason: null },
  ]
}
