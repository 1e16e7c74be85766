import { useMemo, useState } from 'react'

/** The chosen rows of a list. The page owns them and hands them to the table and to the bar of bulk actions. */
export interface Selection {
  ids: ReadonlySet<string>
  choose: (ids: ReadonlySet<string>) => void
  /** Takes these out, whatever has been chosen meanwhile. */
  leave: (ids: readonly string[]) => void
  clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** What is chosen belongs to the list it was chosen in: under other conditions (`of`) nothing is chosen. */
export function useSelection(of: string): Selection {
  const [chosen, setChosen] = useState({ of, ids: NONE })
  const ids = chosen.of === of ? chosen.ids : NONE
  return useMemo(
    () => ({
      ids,
      choose: (next) => setChosen({ of, ids: next }),
      leave: (gone) =>
        setChosen((now) => ({ of: now.of, ids: new Set([...now.ids].filter((id) => !gone.includes(id))) })),
      clear: () => setChosen({ of, ids: NONE }),
    }),
    [of, ids],
  )
}
