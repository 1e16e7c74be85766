import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { askedQuery } from '#web/directives/queries.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Icon } from '#web/ui/icon.tsx'

/** That the drafting unit was asked, when and how much. */
export function AskedNote({ directiveId }: { directiveId: string }) {
  const { t } = useTranslation('directives')
  const { instantDay } = useFormat()
  const { data = [] } = useQuery(askedQuery(directiveId))
  return data.map((one) => (
    <p key={one.id} className="nt">
      <Icon name="send" />
      <span title={one.by?.name}>{t('questions.asked', { day: instantDay(one.at), count: one.questions.length })}</span>
    </p>
  ))
}
