import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sheet } from '#core/sheets/sheet.ts'
import { PaperSheet } from '#web/sheets/paper-sheet.tsx'
import { Button } from '#web/ui/button.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

/** A list as it will be printed: every row of the address, in the columns that were on screen. */
export function PrintPage({
  read: { data, error, refetch },
  list,
}: {
  read: UseQueryResult<Sheet>
  /** The way back to the list. */
  list: ReactNode
}) {
  const { t } = useTranslation('views')
  return (
    <Page
      title={t('export.print')}
      crumbs={list}
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
