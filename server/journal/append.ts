import type { Instant } from '#core/kernel/plain-date.ts'
import type { Tx } from '#server/db/store.ts'
import { entryHash, partitionOf } from '#server/journal/entry-hash.ts'
import { listWholeStates, type SubjectName } from '#server/journal/subjects.ts'

export interface Act {
  command: string
  kind: SubjectName
  id: string
  /** What the command said, for the history; never a secret. */
  data?: Record<string, unknown>
}

export interface Recorder {
  tx: Tx
  actorId: string | null
  now: Instant
  newId: () => string
}

/** Rows of one insert: well under the 65,535 parameters of the protocol. */
const BATCH = 2000

/**
 * Writes one entry for each command into the transaction that made the change. Call it after the change is stored: the entry commits to the
 * subject's state as it is now, and each command must have raised the subject's version by exactly one.
 */
export async function record({ tx, actorId, now, newId }: Recorder, acts: readonly Act[]): Promise<void> {
  const byKind = new Map<SubjectName, Act[]>()
  for (const act of acts) byKind.set(act.kind, [...(byKind.get(act.kind) ?? []), act])
  for (const [kind, group] of byKind) {
    for (let from = 0; from < group.length; from += BATCH) {
      const batch = group.slice(from, from + BATCH)
      const states = await listWholeStates(
        tx,
        kind,
        batch.map((act) => act.id),
      )
      const stateOf = new Map(states.map((state) => [state.id, state]))
      await tx
        .insertInto('journalEntry')
        .values(
          batch.map((act) => {
            const state = stateOf.get(act.id)
            if (!state) throw new Error(`${act.command}: the ${kind} ${act.id} is not stored`)
            const content = {
              id: newId(),
              recordedAt: now,
              actorId,
              command: act.command,
              subjectKind: kind,
              subjectId: act.id,
              subjectVersion: state.version,
              data: act.data ?? {},
              stateHash: state.stateHash,
            }
            return {
              ...content,
              data: JSON.stringify(content.data),
              partition: partitionOf(act.id),
              hash: entryHash(content),
            }
          }),
        )
        .execute()
    }
  }
}
