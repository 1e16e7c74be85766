import type { AssignmentState } from '#core/tasks/assignment.ts'

/** What clients were told is done, kept outside of the server: whatever happens to it, all of this has to be there. */
export interface Acknowledged {
  /** Text by id of the directive. */
  directives: Map<string, string>
  /** Number of assignments by id of the task. */
  tasks: Map<string, number>
  /** The last state that was confirmed to the client. */
  assignments: Map<string, AssignmentState>
  files: Map<string, { sha256: string; size: number }>
  /** Evidence by id of the assignment that it was reported with. */
  evidence: Map<string, string>
  /** Answers to changing calls. */
  writes: number
}

export function nothingAcknowledged(): Acknowledged {
  return {
    directives: new Map(),
    tasks: new Map(),
    assignments: new Map(),
    files: new Map(),
    evidence: new Map(),
    writes: 0,
  }
}
