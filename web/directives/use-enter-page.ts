import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { Id } from '#core/kernel/id.ts'
import { call, Problem } from '#web/client.ts'
import type { PageDraft } from '#web/directives/page-drafts.ts'
import { directiveQuery, refreshAround } from '#web/directives/queries.ts'
import { queryClient } from '#web/queries.ts'
import { showToast } from '#web/ui/toast.tsx'

/** Saves the words of a page; they are read at once, and what was found is said. */
export function useEnterPage(directiveId: string, onSaved: (page: number, text: string, id: string | null) => void) {
  const { t } = useTranslation('directives')
  return useMutation({
    mutationFn: ({
      page,
      text,
      origin,
      replaces,
      notSecret,
    }: PageDraft & { page: number; notSecret?: string | undefined }) =>
      call(directivesApi.enterPage, {
        params: { id: directiveId, page: `${page}` },
        body: { text, origin, replaces: replaces as Id | null, notSecret },
      }),
    onSuccess: async ({ directive, proposed }, { page, text }) => {
      queryClient.setQueryData(directiveQuery(directiveId).queryKey, directive)
      onSaved(page, text, directive.pages.find((entered) => entered.page === page)?.id ?? null)
      showToast(t('page.read', { count: proposed }))
      await refreshAround(directiveId)
    },
    onError: (error) => {
      // A colleague was first: their words come in from behind, what was typed here stays.
      if (error instanceof Problem && error.status === 409)
        void queryClient.invalidateQueries({ queryKey: directiveQuery(directiveId).queryKey })
    },
  })
}
