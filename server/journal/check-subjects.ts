import { type EntryContent, sha256 } from '#server/journal/entry-hash.ts'
import type { Fault } from '#server/journal/fault.ts'
import type { SubjectName, SubjectState } from '#server/journal/subjects.ts'

type Entry = Pick<EntryContent, 'id' | 'subjectId' | 'subjectVersion' | 'stateHash'>

/** The row that the migrations make and no command has touched yet; the only state that may stand without an entry. */
const UNTOUCHED_SETTINGS = sha256('{"id": "00000000-0000-4000-8000-000000000001", "value": {}, "version": 0}')

/** The versions of each subject of one kind against 1, 2, 3 …, and its newest entry against the state that it describes. */
export function checkSubjects(kind: SubjectName, entries: readonly Entry[], states: readonly SubjectState[]): Fault[] {
  const faults: Fault[] = []
  const bySubject = Map.groupBy(entries, (entry) => entry.subjectId)
  const stateOf = new Map(states.map((state) => [state.id, state]))
  for (const [subjectId, unsorted] of bySubject) {
    const own = unsorted.toSorted((a, b) => a.subjectVersion - b.subjectVersion)
    let version = 0
    for (const entry of own) {
      version += 1
      if (entry.subjectVersion === version) continue
      const [what, about] =
        entry.subjectVersion < version
          ? (['entry_inserted', entry.subjectVersion] as const)
          : (['version_missing', version] as const)
      faults.push({ entryId: entry.id, what, detail: `${kind} ${subjectId} version ${about}` })
      version = entry.subjectVersion
    }
    const newest = own.at(-1)
    if (newest) faults.push(...checkState(kind, newest, stateOf.get(subjectId)))
  }
  for (const state of states) {
    const untouched = kind === 'settings' && state.version === 0 && state.stateHash === UNTOUCHED_SETTINGS
    if (!bySubject.has(state.id) && !untouched)
      faults.push({ entryId: null, what: 'state_without_entry', detail: `${kind} ${state.id}` })
  }
  return faults
}

function checkState(kind: SubjectName, newest: Entry, state: SubjectState | undefined): Fault[] {
  const subject = `${kind} ${newest.subjectId}`
  if (!state) return [{ entryId: newest.id, what: 'state_differs', detail: `${subject} is not stored` }]
  // The newest entry that is left may be right by itself: it is the one after it that is gone.
  if (state.version > newest.subjectVersion)
    return [{ entryId: newest.id, what: 'newest_missing', detail: `${subject} version ${newest.subjectVersion + 1}` }]
  if (state.version < newest.subjectVersion || state.stateHash !== newest.stateHash)
    return [{ entryId: newest.id, what: 'state_differs', detail: subject }]
  return []
}
