import { Link } from '@tanstack/react-router'
import { RegisterSheetColumn, registerSheetApi } from '#core/directives/register-sheet.ts'
import { addressOf } from '#web/client.ts'
import type { RegisterFilter } from '#web/directives/queries.ts'
import { useLanguage } from '#web/i18n/language.ts'
import { ExportMenu } from '#web/sheets/export-menu.tsx'

export function RegisterExport({
  filter,
  columns,
  title,
}: {
  filter: RegisterFilter
  columns: readonly string[]
  /** The name of the view that is shown. */
  title: string | undefined
}) {
  const language = useLanguage()
  const written = columns.filter((column) => RegisterSheetColumn.safeParse(column).success).join(',')
  return (
    <ExportMenu
      workbook={addressOf(registerSheetApi.downloadRegisterSheet, {}, { ...filter, columns: written, title, language })}
      paper={(words) => (
        <Link to="/directives/print" search={{ ...filter, columns: written, title }}>
          {words}
        </Link>
      )}
    />
  )
}
