import type { FileRef } from '#core/files/api.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import type { HistoryStep, Report, Sibling, TaskRow, TaskSource } from '#core/tasks/answers.ts'
import type { NodeState } from '#core/tasks/mini-thread.ts'
import type { UnitRef } from '#core/units/unit-ref.ts'

interface Base {
  key: string
  state: NodeState
  at: Instant | null
  on: PlainDate | null
  by: PersonRef | null
}

/** One step of the throughline, from the sentence that orders something to the office's word that it is done. */
export type ThreadStep = Base &
  (
    | { stage: 'sentence'; source: TaskSource }
    | { stage: 'task'; code: string; action: string; deliverable: string | null }
    | { stage: 'issue'; issuedBy: UnitRef; approvedBy: PersonRef | null; siblings: readonly Sibling[] }
    | {
        stage: 'answer'
        answer: 'awaited' | 'accepted' | 'deemed' | 'returned'
        answerBy: PlainDate | null
        reason: string | null
      }
    | { stage: 'change'; change: HistoryStep }
    /** `missed`: the days that passed without a report of the schedule; `next`: the day of the one to come. */
    | { stage: 'reports'; beads: readonly Report[]; missed: readonly PlainDate[]; next: PlainDate | null }
    | { stage: 'evidence'; files: readonly { file: FileRef; report: Report }[] }
    | { stage: 'completion'; report: Report | null }
    | { stage: 'decision'; decision: 'awaited' | 'confirmed' | 'sent_back'; reason: string | null }
    | { stage: 'cascade'; children: readonly TaskRow[] }
    | { stage: 'exit'; exit: 'withdrawn' | 'superseded' | 'merged'; reason: string | null }
  )
export type ThreadStage = ThreadStep['stage']
