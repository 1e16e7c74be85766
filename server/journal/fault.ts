export interface Fault {
  /**
   * The entry that does not hold, or the removed one where a seal still names it; where neither is known, the one next to the gap. Null
   * where nothing but a state or an exported head is left to tell.
   */
  entryId: string | null
  what:
    | 'entry_altered'
    | 'entry_removed'
    | 'entry_inserted'
    | 'subject_unknown'
    | 'version_missing'
    | 'newest_missing'
    | 'state_differs'
    | 'state_without_entry'
    | 'seal_altered'
    | 'seal_removed'
    | 'seal_inserted'
    | 'head_differs'
  detail: string
}

/** These say that something is missing, but not where in the order of the journal it stood. */
const WITHOUT_PLACE: ReadonlySet<Fault['what']> = new Set(['newest_missing', 'state_without_entry', 'head_differs'])

/** In the order of the journal, which is the order of the entries' ids; what has no place in it comes last. */
export function inOrder(faults: readonly Fault[]): Fault[] {
  const placeOf = ({ what, entryId }: Fault) =>
    (WITHOUT_PLACE.has(what) || entryId === null ? '~' : '') + (entryId ?? '~')
  return faults
    .map((fault) => ({ fault, place: placeOf(fault) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ fault }) => fault)
}
