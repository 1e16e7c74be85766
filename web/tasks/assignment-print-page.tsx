import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { assignmentSheetApi } from '#core/tasks/assignment-sheet.ts'
import { call } from '#web/client.ts'
import { useLanguage } from '#web/i18n/language.ts'
import { PaperSheet } from '#web/sheets/paper-sheet.tsx'
import { Button } from '#web/ui/button.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

/** The list as it will be printed: every row of the address, in the columns that were on screen. */
export function AssignmentPrintPage() {
  const { t } = useTranslation(['views', 'tasks'])
  const language = useLanguage()
  const { columns, ...search } = useSearch({ from: '/signed-in/assignments/print' })
  const { data, error, refetch } = useQuery({
    queryKey: ['assignments', 'sheet', search, columns, language],
    queryFn: ({ signal }) =>
      call(assignmentSheetApi.readAssignmentSheet, {
        query: { ...search, ...(columns ? { columns } : {}), language },
        signal,
      }),
  })
  return (
    <Page
      title={t('export.print')}
      crumbs={
        <Link to="/assignments" search={search}>
          {t('tasks:list.title')}
        </Link>
      }
      actions={
        <Button look="primary" icon="print" onClick={() => window.print()}>
          {t('print.run')}
        </Button>
      }
    >
      <ProblemMessage error={error} onRetry={() => void refetch()} />
      {data ? <PaperSheet sheet={data} /> : error ? null : <Loading rows={12} />}
    </Page>
  )
}
