import { useTranslation } from 'react-i18next'
import type { TargetFields } from '#core/directives/proposal.ts'
import { capitalised } from '#core/kernel/capitalised.ts'
import { parseDay } from '#web/format.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** "Tỷ lệ … đạt từ 70% trở lên": an indicator with the level it must reach. The signs for at least and at most are never drawn. */
export function TargetWords({ of }: { of: TargetFields }) {
  const { t } = useTranslation('directives')
  const { day, number } = useFormat()
  const unit = of.unit === '%' ? '%' : of.unit ? ` ${of.unit}` : ''
  const range = of.valueMax === null ? number(of.value) : `${number(of.value)} – ${number(of.valueMax)}`
  const value = `${range}${unit}`
  const level = of.comparator === null ? value : t(`comparator.${of.comparator}`, { value })
  const plain = of.comparator === '=' ? value : level
  const against = t('field.baseline').toLocaleLowerCase('vi')
  const baseline = of.baseline?.toLocaleLowerCase('vi').startsWith(against)
    ? of.baseline
    : of.baseline && `${against} ${of.baseline}`
  // Reading gives a day where it can tell one, and the words of the directive otherwise.
  const due = of.due && (parseDay(of.due) ? day(of.due) : of.due)
  const tail = [baseline, due].filter(Boolean).join('; ')
  return (
    <>
      {capitalised(of.indicator)}: {t(`direction.${of.direction}`)} {plain}
      {tail && <span className="tail">{tail}</span>}
    </>
  )
}
