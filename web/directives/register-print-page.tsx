import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { registerSheetApi } from '#core/directives/register-sheet.ts'
import { call } from '#web/client.ts'
import { useLanguage } from '#web/i18n/language.ts'
import { PrintPage } from '#web/sheets/print-page.tsx'

export function RegisterPrintPage() {
  const { t } = useTranslation('directives')
  const language = useLanguage()
  const { columns, title, open: _open, ...filter } = useSearch({ from: '/signed-in/directives/print' })
  const read = useQuery({
    queryKey: ['directives', 'register', 'sheet', filter, columns, title, language],
    queryFn: ({ signal }) =>
      call(registerSheetApi.readRegisterSheet, {
        query: { ...filter, ...(columns ? { columns } : {}), ...(title ? { title } : {}), language },
        signal,
      }),
  })
  return (
    <PrintPage
      read={read}
      list={
        <Link to="/directives" search={filter}>
          {t('register.title')}
        </Link>
      }
    />
  )
}
