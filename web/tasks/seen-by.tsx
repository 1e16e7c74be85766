import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/use-format.ts'
import { seenQuery } from '#web/tasks/discussion-queries.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

/** Which units have opened it and when: an acknowledgement, for whoever issued it and for the unit itself. */
export function SeenBy({ id }: { id: string }) {
  const { t } = useTranslation('assignment')
  const format = useFormat()
  const { data, error } = useQuery(seenQuery(id))
  if (error) return <ProblemMessage error={error} />
  if (!data) return null
  if (data.items.length === 0) return <p className="mut">{t('seen.none')}</p>
  return (
    <ul className="seen">
      {data.items.map(({ unit, part, person, firstAt, lastAt, current }) => (
        <li key={person.id}>
          <span>
            <b>{unit.shortName}</b> <span className="mut">{t(`seen.part.${part}`)}</span>
          </span>
          <span>{person.position === '' ? person.name : `${person.name}, ${person.position}`}</span>
          <span className="mut">
            {t('seen.first', { at: format.instant(firstAt) })}
            {firstAt === lastAt ? '' : `, ${t('seen.last', { at: format.instant(lastAt) })}`}
          </span>
          <span className={current ? 'mut' : 'ink2'}>{t(current ? 'seen.current' : 'seen.older')}</span>
        </li>
      ))}
    </ul>
  )
}
