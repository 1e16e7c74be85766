import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/use-format.ts'
import { IconButton } from '#web/ui/button.tsx'

export function Paging({
  offset,
  limit,
  total,
  onMove,
}: {
  offset: number
  limit: number
  total: number
  onMove: (offset: number) => void
}) {
  const { t } = useTranslation()
  const { number } = useFormat()
  if (total <= limit && offset === 0) return null
  const range = {
    from: number(Math.min(offset + 1, total)),
    to: number(Math.min(offset + limit, total)),
    total: number(total),
  }
  return (
    <nav className="paging" aria-label={t('paging.label')}>
      <span className="mut">{t('paging.range', range)}</span>
      <IconButton
        icon="left"
        label={t('paging.previous')}
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - limit))}
      />
      <IconButton
        icon="right"
        label={t('paging.next')}
        disabled={offset + limit >= total}
        onClick={() => onMove(offset + limit)}
      />
    </nav>
  )
}
