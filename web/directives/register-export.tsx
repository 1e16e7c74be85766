import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RegisterSheetColumn, registerSheetApi } from '#core/directives/register-sheet.ts'
import { addressOf } from '#web/client.ts'
import type { RegisterFilter } from '#web/directives/queries.ts'
import { useLanguage } from '#web/i18n/language.ts'
import '#web/sheets/export-menu.css'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Popover } from '#web/ui/popover.tsx'

/** What is on screen, for Excel and for paper: the same conditions, columns and order, and every line. */
export function RegisterExport({ filter, columns }: { filter: RegisterFilter; columns: readonly string[] }) {
  const { t } = useTranslation('views')
  const language = useLanguage()
  const written = columns.filter((column) => RegisterSheetColumn.safeParse(column).success).join(',')
  const query = { ...filter, columns: written, language }
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
          <a href={addressOf(registerSheetApi.downloadRegisterSheet, {}, query)} download>
            <Icon name="form" />
            <span>
              {t('export.excel')}
              <small>{t('export.excelHint')}</small>
            </span>
          </a>
        </li>
        <li>
          <Link to="/directives/print" search={{ ...filter, columns: written }}>
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
