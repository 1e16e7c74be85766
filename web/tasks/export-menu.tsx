import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AssignmentSheetColumn, assignmentSheetApi } from '#core/tasks/assignment-sheet.ts'
import { addressOf } from '#web/client.ts'
import { useLanguage } from '#web/i18n/language.ts'
import type { AssignmentSearch } from '#web/tasks/routes.tsx'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Popover } from '#web/ui/popover.tsx'
import '#web/sheets/export-menu.css'

/** What is on screen, for Excel and for paper: the same conditions, columns, groups and order, and every row. */
export function ExportMenu({ search, columns }: { search: AssignmentSearch; columns: readonly string[] }) {
  const { t } = useTranslation('views')
  const language = useLanguage()
  const { open: _open, ...shown } = search
  // A drawing (the thread) is for the screen alone.
  const written = columns.filter((column) => AssignmentSheetColumn.safeParse(column).success).join(',')
  const query = { ...shown, columns: written, language }
  return (
    <Popover
      label={t('export.button')}
      align="end"
      trigger={
        <Button icon="down" className="noprint">
          {t('export.button')}
        </Button>
      }
    >
      <ul className="xp">
        <li>
          <a href={addressOf(assignmentSheetApi.downloadAssignmentSheet, {}, query)} download>
            <Icon name="form" />
            <span>
              {t('export.excel')}
              <small>{t('export.excelHint')}</small>
            </span>
          </a>
        </li>
        <li>
          <Link to="/assignments/print" search={{ ...shown, columns: written }}>
            <Icon name="print" />
            <span>
              {t('export.print')}
              <small>{t('export.printHint')}</small>
            </span>
          </Link>
        </li>
      </ul>
    </Popover>
  )
}
