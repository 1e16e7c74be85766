import { Link } from '@tanstack/react-router'
import { AssignmentSheetColumn, assignmentSheetApi } from '#core/tasks/assignment-sheet.ts'
import { addressOf } from '#web/client.ts'
import { useLanguage } from '#web/i18n/language.ts'
import { ExportMenu } from '#web/sheets/export-menu.tsx'
import type { AssignmentSearch } from '#web/tasks/routes.tsx'

export function AssignmentExport({
  search,
  columns,
  title,
}: {
  search: AssignmentSearch
  columns: readonly string[]
  /** The name of the view that is shown. */
  title: string | undefined
}) {
  const language = useLanguage()
  const { open: _open, ...shown } = search
  // A drawing (the thread) is for the screen alone.
  const written = columns.filter((column) => AssignmentSheetColumn.safeParse(column).success).join(',')
  return (
    <ExportMenu
      workbook={addressOf(
        assignmentSheetApi.downloadAssignmentSheet,
        {},
        { ...shown, columns: written, title, language },
      )}
      paper={(words) => (
        <Link to="/assignments/print" search={{ ...shown, columns: written, title }}>
          {words}
        </Link>
      )}
    />
  )
}
