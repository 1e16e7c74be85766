import '#web/sheets/export-menu.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Popover } from '#web/ui/popover.tsx'

/** What is on screen, for Excel and for paper: the same conditions, columns, groups and order, and every row. */
export function ExportMenu({
  workbook,
  paper,
}: {
  /** Where the workbook is. */
  workbook: string
  /** The link to the page for paper, around what it says. */
  paper: (words: ReactNode) => ReactNode
}) {
  const { t } = useTranslation('views')
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
          <a href={workbook} download>
            <Icon name="form" />
            <span>
              {t('export.excel')}
              <small>{t('export.excelHint')}</small>
            </span>
          </a>
        </li>
        <li>
          {paper(
            <>
              <Icon name="print" />
              <span>
                {t('export.print')}
                <small>{t('export.printHint')}</small>
              </span>
            </>,
          )}
        </li>
      </ul>
    </Popover>
  )
}
