import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { Directive, ReadingState } from '#core/directives/directive.ts'
import { call } from '#web/client.ts'
import { HeadDialog } from '#web/directives/head-dialog.tsx'
import { countsOf } from '#web/directives/marks.ts'
import { ReaderMenu } from '#web/directives/reader-menu.tsx'
import type { MayOnDirective } from '#web/directives/may-on.ts'
import { directiveQuery, proposalsQuery, refreshAround, registerQuery } from '#web/directives/queries.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { queryClient } from '#web/queries.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useProblemText } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** What is done with the directive as a whole: correct its head, record that it was read, go on to the next. */
export function ReaderActions({ directive, may }: { directive: Directive; may: MayOnDirective }) {
  const { t } = useTranslation('directives')
  const { instant, number } = useFormat()
  const textOf = useProblemText()
  const [heading, setHeading] = useState(false)
  const [asking, setAsking] = useState(false)
  const { data: proposals = [] } = useQuery({ ...proposalsQuery(directive.id), enabled: may.seeProposals })
  const { data: waiting } = useQuery({ ...registerQuery({ state: 'unread' }, 5), enabled: may.close })
  const close = useMutation({
    mutationFn: (as: Exclude<ReadingState, 'secret'>) =>
      call(directivesApi.closeReading, { params: { id: directive.id }, body: { as }, version: directive.version }),
    onSuccess: async (answer) => {
      queryClient.setQueryData(directiveQuery(directive.id).queryKey, answer)
      showToast(t('reader.closed', { state: t(`readingState.${answer.readingState}`) }))
      await refreshAround(directive.id)
    },
    onError: (error) => {
      showToast(textOf(error))
      void queryClient.invalidateQueries({ queryKey: directiveQuery(directive.id).queryKey })
    },
    onSettled: () => setAsking(false),
  })
  const counts = countsOf(proposals)
  const outcome = counts.accepted > 0 || directive.tasks > 0 ? 'tasks-recorded' : 'no-task'
  const next = waiting?.items.find((row) => row.id !== directive.id)
  const read = directive.readingState !== 'unread'
  return (
    <>
      {read && may.seeProposals && (
        <span
          className="tag ok"
          title={
            directive.readBy ? `${directive.readBy.name}, ${directive.readAt ? instant(directive.readAt) : ''}` : ''
          }
        >
          <Icon name="check" />
          {t(directive.readingState === 'no-task' ? 'reader.noTask' : 'reader.tasksRecorded')}
        </span>
      )}
      {may.edit && <IconButton icon="edit" label={t('reader.head')} onClick={() => setHeading(true)} />}
      {may.close && read && (
        <Button icon="undo" busy={close.isPending} onClick={() => close.mutate('unread')}>
          {t('reader.reopen')}
        </Button>
      )}
      {may.close && !read && (
        <Button
          icon="check"
          busy={close.isPending}
          onClick={() => (counts.open > 0 ? setAsking(true) : close.mutate(outcome))}
        >
          {t(outcome === 'no-task' ? 'reader.noTask' : 'reader.tasksRecorded')}
        </Button>
      )}
      {next && (
        <Link className="btn" to="/directives/$id" params={{ id: next.id }}>
          {t('reader.next')}
          <Icon name="right" />
        </Link>
      )}
      <ReaderMenu directive={directive} may={may} />
      {heading && <HeadDialog directive={directive} onClose={() => setHeading(false)} />}
      {asking && (
        <Dialog
          title={t('reader.leftOpenTitle')}
          onClose={() => setAsking(false)}
          actions={
            <Button look="primary" busy={close.isPending} onClick={() => close.mutate(outcome)}>
              {t('reader.closeAnyway')}
            </Button>
          }
        >
          <p>{t('reader.leftOpen', { count: counts.open, n: number(counts.open) })}</p>
        </Dialog>
      )}
    </>
  )
}
