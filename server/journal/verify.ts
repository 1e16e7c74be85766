import type { Store } from '#server/db/store.ts'
import { checkSeals } from '#server/journal/check-seals.ts'
import { checkSubjects } from '#server/journal/check-subjects.ts'
import { entryHash, partitionOf } from '#server/journal/entry-hash.ts'
import { type Fault, inOrder } from '#server/journal/fault.ts'
import { checkHead, type JournalHead } from '#server/journal/head.ts'
import { listStates, SUBJECT_NAMES } from '#server/journal/subjects.ts'

export interface Verdict {
  holds: boolean
  entries: number
  sealed: number
  seals: number
  /** The first in the order of the journal. */
  first: Fault | null
  faults: number
}

/**
 * Checks every entry against its own hash, the versions of each subject against 1, 2, 3 …, the newest entry of each subject against the state
 * that it describes, every sealed entry against its seal, the seals against each other, and all of it against a head kept elsewhere. Hashes
 * have no key: whoever may write as the owner can make a history anew, and only a head shows that.
 */
export async function verifyJournal(store: Pick<Store, 'db'>, head?: JournalHead): Promise<Verdict> {
  return store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const entries = await tx.selectFrom('journalEntry').selectAll().orderBy('id').execute()
      const seals = await tx.selectFrom('journalSeal').selectAll().execute()
      const marks = await tx.selectFrom('journalSealed').selectAll().execute()
      const faults: Fault[] = []
      for (const entry of entries) {
        if (entryHash(entry) !== entry.hash || entry.partition !== partitionOf(entry.subjectId))
          faults.push({ entryId: entry.id, what: 'entry_altered', detail: entry.command })
      }
      const byKind = Map.groupBy(entries, (entry) => entry.subjectKind)
      for (const kind of SUBJECT_NAMES)
        faults.push(...checkSubjects(kind, byKind.get(kind) ?? [], await listStates(tx, kind)))
      const known = new Set<string>(SUBJECT_NAMES)
      for (const entry of entries) {
        if (!known.has(entry.subjectKind))
          faults.push({ entryId: entry.id, what: 'subject_unknown', detail: entry.subjectKind })
      }
      const chains = checkSeals(entries, seals, marks)
      faults.push(...chains.faults)
      if (head) faults.push(...checkHead(head, chains.reached, new Set(entries.map((entry) => entry.id))))
      return {
        holds: faults.length === 0,
        entries: entries.length,
        sealed: chains.sealed,
        seals: seals.length,
        first: inOrder(faults)[0] ?? null,
        faults: faults.length,
      }
    })
}
