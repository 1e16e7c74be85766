import { useTranslation } from 'react-i18next'
import type { RoleGrant } from '#core/people/api.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** "Thủ trưởng, Sở PTCS Lâm Đồng, từ 01/3/2025": a role, where it is held, and its days. */
export function GrantWords({ grant }: { grant: RoleGrant }) {
  const { t } = useTranslation(['accounts', 'people'])
  const format = useFormat()
  const span =
    grant.to === null
      ? t('since', { from: format.day(grant.from) })
      : t('span', { from: format.day(grant.from), to: format.day(grant.to) })
  return (
    <p className="grant">
      {t(`people:role.${grant.role}`)}, {grant.unit.shortName} <span className="mut">{span}</span>
    </p>
  )
}
