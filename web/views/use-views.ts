import { useQuery } from '@tanstack/react-query'
import type { SavedView, ViewKind } from '#core/views/saved-view.ts'
import { savedViewsQuery } from '#web/views/queries.ts'
import { type Here, viewAt } from '#web/views/view-at.ts'

export interface Views {
  kind: ViewKind
  all: readonly SavedView[]
  here: Here
  /** The view that the address shows. */
  at: SavedView | undefined
}

/** The saved views of a list, and which of them its address shows. */
export function useViews(kind: ViewKind, here: Here): Views {
  const { data } = useQuery(savedViewsQuery(kind))
  const all = data?.items ?? []
  const at = viewAt(all, here)
  return { kind, all, here, at: at === undefined ? undefined : all[at] }
}
