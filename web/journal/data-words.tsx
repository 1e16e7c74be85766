import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { JournalRow } from '#core/journal/api.ts'
import { useFormat } from '#web/i18n/use-format.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** What the command said, field by field. A field that has no words yet keeps its stored name: a record hides nothing. */
export function DataWords({ data }: { data: JournalRow['data'] }) {
  const { t } = useTranslation('journal')
  const valueOf = useValueWord()
  const nameOf = (key: string) =>
    i18next.exists(`field.${key}`, { ns: 'journal' }) ? t(`field.${key}` as 'field.text') : key
  const entries = Object.entries(data).filter(([, value]) => !isNothing(value))
  if (entries.length === 0) return <span className="mut">{t('noData')}</span>
  return (
    <dl>
      {entries.map(([key, value]) => (
        <div key={key}>
          <dt>{nameOf(key)}</dt>
          <dd>{valueOf(key, value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function useValueWord(): (key: string, value: unknown) => string {
  const { t } = useTranslation(['journal', 'people'])
  const format = useFormat()
  return (key, value) => {
    if (typeof value === 'boolean') return t(value ? 'field.yes' : 'field.no')
    if (key === 'evidenceIds' && Array.isArray(value)) return t('files', { count: value.length })
    if (typeof value === 'number') return format.number(value)
    if (typeof value !== 'string') return JSON.stringify(value)
    if (DAY.test(value)) return format.day(value)
    if (INSTANT.test(value)) return format.instant(value)
    if (key === 'role' && i18next.exists(`role.${value}`, { ns: 'people' }))
      return t(`people:role.${value}` as 'people:role.officer')
    return value
  }
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)
}
