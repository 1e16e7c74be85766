import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { directivesApi } from '#core/directives/api.ts'
import type { LookAlike } from '#core/directives/look-alike.ts'
import type { Proposal } from '#core/directives/proposal.ts'
import { settingsApi } from '#core/settings/api.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { unitsApi } from '#core/units/api.ts'
import type { Addressee } from '#core/units/unit-ref.ts'
import { call } from '#web/client.ts'
import type { RegisterSearch } from '#web/directives/routes.tsx'
import { queryClient } from '#web/queries.ts'
import { WINDOW_SIZE } from '#web/ui/use-windows.ts'

// Two people can read one directive; each sees the other's decisions after this long at the latest.
const REFETCH_MS = 10_000

/** The conditions of the register and its order, as the address carries them. */
export type RegisterFilter = Omit<RegisterSearch, 'open'>

/** How many directives there are under the conditions, by state, month and the values that can be asked for. */
export function registerCountsQuery({ sort: _sort, ...filter }: RegisterFilter) {
  const query = present(filter)
  return queryOptions({
    queryKey: ['directives', 'register', 'counts', query],
    queryFn: ({ signal }) => call(directivesApi.countDirectives, { query, signal }),
    placeholderData: keepPreviousData,
  })
}

/** One window of the register. */
export function registerWindowQuery(filter: RegisterFilter, offset: number) {
  const query = present(filter)
  return {
    queryKey: ['directives', 'register', 'window', query, offset],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(directivesApi.listDirectives, { query: { ...query, offset, limit: WINDOW_SIZE }, signal }),
  }
}

export function registerQuery(filter: RegisterFilter, limit: number) {
  return queryOptions({
    queryKey: ['directives', 'register', filter, limit],
    queryFn: ({ signal }) => call(directivesApi.listDirectives, { query: { ...present(filter), limit }, signal }),
    placeholderData: keepPreviousData,
  })
}

/** Without what is not said: an address has no empty words. */
function present<T extends object>(filter: T): T {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as T
}

/** What goes with the content of a directive that is found to be secret. Nothing of it is kept. */
export function erasingReachQuery(id: string) {
  return queryOptions({
    queryKey: ['directives', id, 'erasing'],
    queryFn: ({ signal }) => call(directivesApi.erasingReach, { params: { id }, signal }),
    gcTime: 0,
  })
}

export function directiveQuery(id: string) {
  return queryOptions({
    queryKey: ['directives', id],
    queryFn: ({ signal }) => call(directivesApi.getDirective, { params: { id }, signal }),
    staleTime: 30_000,
  })
}

export function proposalsQuery(id: string) {
  return queryOptions({
    queryKey: ['directives', id, 'proposals'],
    queryFn: ({ signal }) => call(directivesApi.listProposals, { params: { id }, signal }),
    select: (answer) => answer.items,
    refetchInterval: REFETCH_MS,
    refetchOnWindowFocus: 'always',
  })
}

/** A fresh reading each time it is asked for; nothing of it is kept. */
export function rereadingQuery(id: string) {
  return queryOptions({
    queryKey: ['directives', id, 'rereading'],
    queryFn: ({ signal }) => call(directivesApi.previewRereading, { params: { id }, signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

/** What was asked of the drafting unit, the latest first. */
export function askedQuery(id: string) {
  return queryOptions({
    queryKey: ['directives', id, 'questions'],
    queryFn: ({ signal }) => call(directivesApi.listAsked, { params: { id }, signal }),
    select: (answer) => answer.items,
    staleTime: 60_000,
  })
}

/** What says the same as a proposal, by proposal; asked once when a directive is opened. */
export function lookAlikesQuery(id: string) {
  return queryOptions({
    queryKey: ['look-alikes', id],
    queryFn: ({ signal }) => call(directivesApi.listLookAlikes, { params: { id }, signal }),
    select: byProposal,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}

function byProposal({ items }: { items: LookAlike[] }): Map<string, LookAlike[]> {
  return Map.groupBy(items, ({ proposalId }) => proposalId as string)
}

/** The tasks that came out of a directive, by id. */
export function tasksOfDirectiveQuery(directive: string) {
  return queryOptions({
    queryKey: ['tasks', 'of-directive', directive],
    queryFn: ({ signal }) => call(tasksApi.listTasks, { query: { directive, limit: 200 }, signal }),
    select: (answer) => new Map(answer.items.map((task) => [task.id as string, task])),
  })
}

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => call(settingsApi.getSettings, { signal }),
  staleTime: 300_000,
})

/** The units that a list of addressees reaches, each once. */
export function reachQuery(addressees: Addressee[]) {
  const body = { addressees: addressees.map(({ kind, id }) => ({ kind, id })) }
  return queryOptions({
    queryKey: ['addressees', 'reach', body],
    queryFn: ({ signal }) => call(unitsApi.expandAddressees, { body, signal }),
    staleTime: 60_000,
  })
}

/** Puts a changed proposal where the list is shown, before the list is asked again. */
export function keepProposal(changed: Proposal): void {
  const key = proposalsQuery(changed.directiveId).queryKey
  queryClient.setQueryData(key, (answer) => {
    if (!answer) return undefined
    const known = answer.items.some((item) => item.id === changed.id)
    const items = known
      ? answer.items.map((item) => (item.id === changed.id ? changed : item))
      : [...answer.items, changed]
    return { items: items.toSorted((a, b) => a.start - b.start || a.end - b.end) }
  })
}

/** Asks again for what a decision changes elsewhere: the directive's counts, the register, the tasks. */
export async function refreshAround(directiveId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['directives', 'register'] }),
    queryClient.invalidateQueries({ queryKey: ['directives', directiveId] }),
    queryClient.invalidateQueries({ queryKey: ['tasks'] }),
  ])
}
