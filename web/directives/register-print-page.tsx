import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { registerSheetApi } from '#core/directives/register-sheet.ts'
import { call } from '#web/client.ts'
import { useLanguage } from '#web/i18n/language.ts'
import { PaperSheet } from '#web/sheets/paper-sheet.tsx'
import { Button } from '#web/ui/button.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

/** The register as it will be printed: every line of the address, in the columns that were on screen. */
export function RegisterPrintPage() {
  const { t } = useTranslation(['views', 'directives'])
  const language = useLanguage()
  const { columns, open: _open, ...filter } = useSearch({ from: '/signed-in/directives/print' })
  const { data, error, refetch } = useQuery({
    queryKey: ['directives', 'register', 'sheet', filter, columns, language],
    queryFn: ({ signal }) =>
      call(registerSheetApi.readRegisterSheet, {
        query: { ...filter, ...(columns ? { columns } : {}), language },
        signal,
      }),
  })
  return (
    <Page
      title={t('export.print')}
      crumbs={
        <Link to="/directives" search={filter}>
          {t('directives:register.title')}
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
