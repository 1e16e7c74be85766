import type { SavedView } from '#core/views/saved-view.ts'

/** What of a list can be kept, as its address says it. */
export interface Here {
  filter: object
  group: string | null
  sort: string | null
}

/** The view that an address shows: the same conditions in the same groups and order. */
export function viewAt(
  views: readonly Pick<SavedView, 'filter' | 'group' | 'sort'>[],
  { filter, group, sort }: Here,
): number | undefined {
  const at = views.findIndex(
    (view) => isSameFilter(view.filter, filter) && (view.group ?? null) === group && (view.sort ?? null) === sort,
  )
  return at === -1 ? undefined : at
}

/** Whether two addresses ask for the same, whatever the order of their words. */
export function isSameFilter(one: object, other: object): boolean {
  return keyOf(one) === keyOf(other)
}

function keyOf(filter: object): string {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')
  return JSON.stringify(
    set.map(([key, value]) => [key, String(value)]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )
}
