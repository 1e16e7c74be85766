import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/button.tsx'
import { Popover } from '#web/ui/popover.tsx'
import { DENSITIES, type TableLook } from '#web/ui/use-table-look.ts'

/** Which columns are shown and how high the rows are; remembered for the person on this machine. */
export function TableOptions<Row>({ look }: { look: TableLook<Row> }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <Popover
      label={t('table.options')}
      align="end"
      trigger={<IconButton small icon="set" label={t('table.options')} className="noprint tbo" />}
    >
      <fieldset>
        <legend>{t('table.columns')}</legend>
        {look.choices.map(({ key, head, isShown }) => (
          <label key={key} className="chk">
            <input type="checkbox" className="cb" checked={isShown} onChange={() => look.showColumn(key, !isShown)} />
            {head}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('table.density')}</legend>
        {DENSITIES.map((density) => (
          <label key={density} className="chk">
            <input
              type="radio"
              name={`${id}-density`}
              checked={look.density === density}
              onChange={() => look.setDensity(density)}
            />
            {t(`table.densities.${density}`)}
          </label>
        ))}
      </fieldset>
    </Popover>
  )
}
