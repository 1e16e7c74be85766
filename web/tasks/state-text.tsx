import { useTranslation } from 'react-i18next'
import type { AssignmentRow } from '#core/tasks/answers.ts'

/** The state in words, with the share done while it is in progress. */
export function StateText({ row }: { row: Pick<AssignmentRow, 'state' | 'deemedAccepted' | 'percent'> }) {
  const { t } = useTranslation('tasks')
  if (row.state === 'issued' && row.deemedAccepted)
    return <span title={t('thread.answer.deemedText')}>{t('thread.answer.deemed')}</span>
  const percent = row.state === 'in_progress' && row.percent !== null ? `, ${row.percent}%` : ''
  return (
    <span>
      {t(`state.${row.state}`)}
      {percent}
    </span>
  )
}
