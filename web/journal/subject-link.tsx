import { Link } from '@tanstack/react-router'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { JournalRow } from '#core/journal/api.ts'

/** The kind of thing in words, with the way to it where it has a page. */
export function SubjectLink({ row }: { row: JournalRow }) {
  const { t } = useTranslation('journal')
  const key = `subjectKind.${row.subjectKind}`
  const kind = i18next.exists(key, { ns: 'journal' }) ? t(key as 'subjectKind.task') : row.subjectKind
  const params = { id: row.subjectId as string }
  const words = `${kind}, ${t('version', { n: row.subjectVersion })}`
  switch (row.subjectKind) {
    case 'task':
      return (
        <Link to="/tasks/$id" params={params}>
          {words}
        </Link>
      )
    case 'assignment':
      return (
        <Link to="/assignments/$id" params={params}>
          {words}
        </Link>
      )
    case 'directive':
      return (
        <Link to="/directives/$id" params={params}>
          {words}
        </Link>
      )
    default:
      return <span>{words}</span>
  }
}
