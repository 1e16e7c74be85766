import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { importsApi } from '#core/imports/api.ts'
import type { ImportPreview } from '#core/imports/import.ts'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import { call, newKey } from '#web/client.ts'
import { askOf, type ImportDraft } from '#web/imports/import-draft.ts'

/** What the table would become, after each choice. */
export function usePreview(draft: ImportDraft | null) {
  const ask = draft === null ? null : askOf(draft)
  return useQuery({
    queryKey: ['import', ask],
    queryFn: ({ signal }) => {
      if (ask === null) throw new TypeError('no file')
      return call(importsApi.previewImport, { body: ask, signal })
    },
    enabled: ask !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  })
}

interface Choice {
  issue: boolean
  evenIfAgain: boolean
}

/** Takes the table over as it is on screen; names that the user ticked go into the dictionary afterwards. */
export function useRunImport(draft: ImportDraft | null, preview: ImportPreview | undefined) {
  const client = useQueryClient()
  const key = useRef({ of: '', key: '' })
  return useMutation({
    mutationFn: async (choice: Choice) => {
      if (draft === null || preview === undefined) throw new TypeError('no table')
      const { sheet, headerRow, columns } = preview
      const mapping = Object.fromEntries(columns.flatMap(({ letter, role }) => (role === null ? [] : [[letter, role]])))
      const body = { ...askOf(draft), ...choice, sheet, headerRow, mapping }
      const of = JSON.stringify(body)
      if (key.current.of !== of) key.current = { of, key: newKey() }
      const done = await call(importsApi.runImport, { body, idempotencyKey: key.current.key })
      return { ...done, forgotten: await remember(draft) }
    },
    onSuccess: () => client.invalidateQueries(),
    onError: () => client.invalidateQueries({ queryKey: ['import'] }),
  })
}

/** How many of the ticked names the dictionary did not take: that does not undo the import. */
async function remember({ names }: ImportDraft): Promise<number> {
  const ticked = Object.entries(names).flatMap(([text, { to, remember: isTicked }]) => {
    const [target] = to
    return isTicked && target && to.length === 1 ? [{ text, target: { kind: target.kind, id: target.id } }] : []
  })
  const taught = await Promise.allSettled(ticked.map((body) => call(dictionaryApi.addAlias, { body })))
  return taught.filter(({ status }) => status === 'rejected').length
}
