import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { starsQuery } from '#web/tasks/queries.ts'
import { Icon } from '#web/ui/icon.tsx'

/** The tasks that the reader's leaders, or those above them, have made a priority. */
export function useStarredTasks(): ReadonlySet<string> {
  const { data } = useQuery(starsQuery)
  return useMemo(() => new Set(data?.items.map(({ taskId }) => taskId)), [data])
}

/** On a row: a drawing for the eye, a word for the ear. */
export function Starred() {
  const { t } = useTranslation('tasks')
  return (
    <span className="starred" title={t('field.starred')}>
      <Icon name="star" />
      <span className="vh">{t('field.starred')}</span>
    </span>
  )
}
