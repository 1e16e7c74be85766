import type { AssignmentRow } from '#core/tasks/answers.ts'

/**
 * How far a step of the thread has come.
 *
 * done     a fact of the office, or confirmed by it: filled
 * reached  reported, not yet confirmed: hollow
 * missed   its day passed without it: the line is cut
 * ahead    still to come
 * struck   left behind by a withdrawal, a return or a replacement
 */
export type NodeState = 'done' | 'reached' | 'missed' | 'ahead' | 'struck'

export type MiniStage = 'sentence' | 'task' | 'issue' | 'reports' | 'evidence' | 'decision'
export interface MiniNode {
  stage: MiniStage
  state: NodeState
}

/** The line between two nodes: it is as sure as the node it leaves, and only drawn as far as the thread has come. */
export function miniLine(from: MiniNode, to: MiniNode): 'solid' | 'dashed' | 'waiting' | 'cut' {
  if (to.state === 'missed') return 'cut'
  if (to.state === 'ahead' || from.state === 'struck' || to.state === 'struck') return 'waiting'
  return from.state === 'reached' ? 'dashed' : 'solid'
}

/** The throughline of one assignment at the size of a table row: what the row itself knows, and no more. */
export function miniThread(row: Pick<AssignmentRow, 'state' | 'percent' | 'lateness' | 'issuedOn'>): MiniNode[] {
  const isGiven = row.issuedOn !== null
  const ended = row.state === 'withdrawn' || row.state === 'superseded' || row.state === 'merged'
  const ground: NodeState = ended ? 'struck' : 'done'
  const isOverdue = row.lateness.class === 'open_overdue'
  const hasReported = row.percent !== null || row.state === 'in_progress'
  let reports: NodeState = 'ahead'
  let evidence: NodeState = 'ahead'
  let decision: NodeState = 'ahead'
  if (row.state === 'confirmed') {
    reports = evidence = decision = 'done'
  } else if (row.state === 'reported_complete') {
    reports = evidence = 'reached'
  } else if (hasReported && !ended) {
    reports = 'reached'
    evidence = isOverdue ? 'missed' : 'ahead'
  } else if (isOverdue && row.state !== 'returned') {
    reports = 'missed'
  }
  return [
    { stage: 'sentence', state: ground },
    { stage: 'task', state: ground },
    { stage: 'issue', state: isGiven ? (row.state === 'returned' ? 'struck' : ground) : 'ahead' },
    { stage: 'reports', state: reports },
    { stage: 'evidence', state: evidence },
    { stage: 'decision', state: decision },
  ]
}
