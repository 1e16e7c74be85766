import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { importsApi } from '#core/imports/api.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** What was taken over before, by whom and when: so that nobody does it twice, and everybody knows where the tasks came from. */
export function PastImports() {
  const { t } = useTranslation('imports')
  const { number, instant } = useFormat()
  const { data } = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => call(importsApi.listImports, { signal }),
  })
  if (!data || data.items.length === 0) return null
  return (
    <section className="sec" aria-labelledby="past-imports">
      <div className="sec-h">
        <h2 id="past-imports">{t('past.title')}</h2>
      </div>
      <ul className="imp-past">
        {data.items.map(({ id, kind, fileName, sheet, counts, by, at }) => (
          <li key={id}>
            <span>{t('past.of', { name: fileName ?? t('past.file'), sheet })}</span>
            <span className="ink2">
              {kind === 'tasks'
                ? [
                    t('summary.tasks', { count: counts.tasks, n: number(counts.tasks) }),
                    t('summary.assignments', { count: counts.assignments, n: number(counts.assignments) }),
                  ].join(', ')
                : t('summary.directives', { count: counts.directives, n: number(counts.directives) })}
            </span>
            <span className="mut">{t('past.by', { name: by.name, at: instant(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
