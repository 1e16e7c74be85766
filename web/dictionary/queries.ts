import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import { call } from '#web/client.ts'
import type { DictionarySearch } from '#web/dictionary/routes.tsx'
import { showToast } from '#web/ui/toast.tsx'

export const ENTRIES_PER_PAGE = 50

type Filter = Pick<DictionarySearch, 'q' | 'offset'>

function pageOf({ q, offset }: Filter) {
  return { ...(q === undefined ? {} : { q }), offset: offset ?? 0, limit: ENTRIES_PER_PAGE }
}

export function aliasesQuery({ means, ...filter }: Filter & Pick<DictionarySearch, 'means'>) {
  const query = { ...pageOf(filter), ...(means === undefined ? {} : { kind: means }) }
  return queryOptions({
    queryKey: ['dictionary', 'aliases', query],
    queryFn: ({ signal }) => call(dictionaryApi.listAliases, { query, signal }),
    placeholderData: keepPreviousData,
  })
}

export const groupsQuery = queryOptions({
  queryKey: ['dictionary', 'groups'],
  queryFn: ({ signal }) => call(dictionaryApi.listGroups, { signal }),
})

export function externalUnitsQuery(filter: Filter) {
  const query = pageOf(filter)
  return queryOptions({
    queryKey: ['dictionary', 'external', query],
    queryFn: ({ signal }) => call(dictionaryApi.listExternalUnits, { query, signal }),
    placeholderData: keepPreviousData,
  })
}

/** An office has tens of phrases, and trying a sentence needs them all: one page holds them. */
export const phrasesQuery = queryOptions({
  queryKey: ['dictionary', 'phrases'],
  queryFn: ({ signal }) => call(dictionaryApi.listPhrases, { query: { limit: 500 }, signal }),
})

/** A change of the dictionary: what was read of it, and of names, is read anew. */
export function useTeach<A>(change: () => Promise<A>, { onDone, said = 'saved' }: TeachOptions) {
  const { t } = useTranslation('dictionary')
  const client = useQueryClient()
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['dictionary'] }),
      client.invalidateQueries({ queryKey: ['addressees'] }),
    ])
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await refresh()
      showToast(t(said))
      onDone()
    },
    onError: refresh,
  })
}

interface TeachOptions {
  onDone: () => void
  said?: 'saved' | 'removed'
}
