import { z } from 'zod'
import type { Store } from '#server/db/store.ts'
import { entryHash, PARTITIONS, sealHash } from '#server/journal/entry-hash.ts'
import { GENESIS } from '#server/journal/seal.ts'
import { listStates, SUBJECT_NAMES, type SubjectState } from '#server/journal/subjects.ts'

/** What is kept elsewhere so that even a removal of the newest entries, with every hash made anew, would show. */
export const JournalHead = z.object({
  partitions: z.array(z.object({ partition: z.int(), number: z.int(), hash: z.string(), entries: z.int() })),
})
export type JournalHead = z.infer<typeof JournalHead>

export interface Fault {
  /** The entry that does not hold, or the one that is missing, or null where a seal itself fails. */
  entryId: string | null
  what:
    | 'entry_altered'
    | 'entry_removed'
    | 'entry_inserted'
    | 'version_missing'
    | 'state_differs'
    | 'state_without_entry'
    | 'seal_altered'
    | 'seal_removed'
    | 'head_differs'
  detail: string
}

export interface Verdict {
  holds: boolean
  entries: number
  sealed: number
  seals: number
  first: Fault | null
  faults: number
}

type Entry = Awaited<ReturnType<typeof listEntries>>[number]

/**
 * Checks every entry against its own hash, the versions of each subject against 1, 2, 3 …, the newest entry of each subject against the state
 * that it describes, every sealed entry against its seal, the seals against each other, and all of it against a head kept elsewhere.
 */
export async function verifyJournal(store: Store, head?: JournalHead): Promise<Verdict> {
  return store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const entries = await listEntries(tx)
      const byId = new Map(entries.map((entry) => [entry.id, entry]))
      const faults: Fault[] = []
      for (const entry of entries) {
        if (entryHash(entry) !== entry.hash)
          faults.push({ entryId: entry.id, what: 'entry_altered', detail: entry.command })
      }
      for (const kind of SUBJECT_NAMES) {
        const states = await listStates(tx, kind)
        faults.push(
          ...checkSubjects(
            kind,
            entries.filter((entry) => entry.subjectKind === kind),
            states,
          ),
        )
      }
      const seals = await tx.selectFrom('journalSeal').selectAll().orderBy('partition').orderBy('number').execute()
      const sealedAs = new Map<string, string>()
      const reached = new Map<string, { hash: string; entries: number }>()
      for (let partition = 0; partition < PARTITIONS; partition++) {
        let previousHash = GENESIS
        let count = 0
        let number = 0
        for (const seal of seals.filter((one) => one.partition === partition)) {
          const listed = z.array(z.tuple([z.string(), z.string()])).parse(seal.entries)
          number += 1
          if (seal.number !== number) {
            faults.push({ entryId: listed[0]?.[0] ?? null, what: 'seal_removed', detail: `${partition}/${number}` })
            number = seal.number
          } else if (seal.previousHash !== previousHash || sealHash({ ...seal, entries: listed }) !== seal.hash) {
            faults.push({
              entryId: listed[0]?.[0] ?? null,
              what: 'seal_altered',
              detail: `${partition}/${seal.number}`,
            })
          }
          for (const [id, hash] of listed) {
            const entry = byId.get(id)
            if (!entry) faults.push({ entryId: id, what: 'entry_removed', detail: `${partition}/${seal.number}` })
            else if (entry.hash !== hash)
              faults.push({ entryId: id, what: 'entry_altered', detail: `${partition}/${seal.number}` })
            if (sealedAs.has(id))
              faults.push({ entryId: id, what: 'entry_inserted', detail: `${partition}/${seal.number}` })
            sealedAs.set(id, hash)
          }
          count += listed.length
          previousHash = seal.hash
          reached.set(`${partition}/${seal.number}`, { hash: seal.hash, entries: count })
        }
      }
      for (const { partition, number, hash, entries: count } of head?.partitions ?? []) {
        if (number === 0) continue
        const found = reached.get(`${partition}/${number}`)
        if (found?.hash !== hash || found.entries !== count) {
          const seal = seals.find((one) => one.partition === partition && one.number === number)
          const newest = seal
            ? z
                .array(z.tuple([z.string(), z.string()]))
                .parse(seal.entries)
                .at(-1)?.[0]
            : undefined
          faults.push({ entryId: newest ?? null, what: 'head_differs', detail: `${partition}/${number}` })
        }
      }
      return {
        holds: faults.length === 0,
        entries: entries.length,
        sealed: sealedAs.size,
        seals: seals.length,
        first: faults[0] ?? null,
        faults: faults.length,
      }
    })
}

function checkSubjects(kind: string, entries: Entry[], states: SubjectState[]): Fault[] {
  const faults: Fault[] = []
  const bySubject = Map.groupBy(entries, (entry) => entry.subjectId)
  const stateOf = new Map(states.map((state) => [state.id, state]))
  for (const [subjectId, own] of bySubject) {
    own.sort((a, b) => a.subjectVersion - b.subjectVersion)
    own.forEach((entry, index) => {
      const before = own[index - 1]
      if (entry.subjectVersion !== (before?.subjectVersion ?? 0) + 1) {
        faults.push({
          entryId: entry.id,
          what: 'version_missing',
          detail: `${kind} ${subjectId} version ${(before?.subjectVersion ?? 0) + 1}`,
        })
      }
    })
    const newest = own.at(-1)
    const state = stateOf.get(subjectId)
    if (newest && (state?.version !== newest.subjectVersion || state.stateHash !== newest.stateHash)) {
      faults.push({ entryId: newest.id, what: 'state_differs', detail: `${kind} ${subjectId}` })
    }
  }
  for (const state of states) {
    if (!bySubject.has(state.id) && state.version > 0)
      faults.push({ entryId: null, what: 'state_without_entry', detail: `${kind} ${state.id}` })
  }
  return faults
}

function listEntries(tx: Pick<Store['db'], 'selectFrom'>) {
  return tx
    .selectFrom('journalEntry')
    .select([
      'id',
      'partition',
      'recordedAt',
      'actorId',
      'command',
      'subjectKind',
      'subjectId',
      'subjectVersion',
      'data',
      'stateHash',
      'hash',
    ])
    .orderBy('id')
    .execute()
}

/** The head of the sealed journal as it stands; seal first. */
export async function journalHead(store: Store): Promise<JournalHead> {
  const seals = await store.db
    .selectFrom('journalSeal')
    .select(['partition', 'number', 'hash', 'entries'])
    .orderBy('number')
    .execute()
  const partitions = Array.from({ length: PARTITIONS }, (_, partition) => {
    const own = seals.filter((seal) => seal.partition === partition)
    const entries = own.reduce((sum, seal) => sum + z.array(z.unknown()).parse(seal.entries).length, 0)
    return { partition, number: own.at(-1)?.number ?? 0, hash: own.at(-1)?.hash ?? GENESIS, entries }
  })
  return { partitions }
}
