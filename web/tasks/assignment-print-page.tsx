import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { assignmentSheetApi } from '#core/tasks/assignment-sheet.ts'
import { call } from '#web/client.ts'
import { useLanguage } from '#web/i18n/language.ts'
import { PrintPage } from '#web/sheets/print-page.tsx'

export function AssignmentPrintPage() {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const { columns, title, ...search } = useSearch({ from: '/signed-in/assignments/print' })
  const read = useQuery({
    queryKey: ['assignments', 'sheet', search, columns, title, language],
    queryFn: ({ signal }) =>
      call(assignmentSheetApi.readAssignmentSheet, {
        query: { ...search, ...(columns ? { columns } : {}), ...(title ? { title } : {}), language },
        signal,
      }),
  })
  return (
    <PrintPage
      read={read}
      list={
        <Link to="/assignments" search={search}>
          {t('list.title')}
        </Link>
      }
    />
  )
}
