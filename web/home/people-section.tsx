import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { peopleWindowQuery } from '#web/people/queries.ts'
import { useFormat } from '#web/i18n/use-format.ts'

/** What an administrator looks after; no content of work, which is not theirs by right. */
export function PeopleSection() {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { data } = useQuery(peopleWindowQuery(undefined, 0))
  return (
    <section className="sec" aria-labelledby="people-title">
      <div className="sec-h">
        <h2 id="people-title">{t('people.title')}</h2>
      </div>
      <ul className="wait">
        <li>
          <span>{t('people.people')}</span>{' '}
          {data ? (
            <Link className="q n" to="/people" aria-label={`${format.number(data.total)}, ${t('people.people')}`}>
              {format.number(data.total)}
            </Link>
          ) : null}
        </li>
        <li>
          <Link to="/settings">{t('people.settings')}</Link>
          <span className="mut">{t('people.settingsText')}</span>
        </li>
      </ul>
    </section>
  )
}
