import { useTranslation } from 'react-i18next'
import type { peopleApi } from '#core/people/api.ts'
import type { AnswerOf } from '#core/kernel/endpoint.ts'
import { initialsOf } from '#web/format.ts'
import { Icon } from '#web/ui/icon.tsx'

type DemoPerson = AnswerOf<typeof peopleApi.welcome>['people'][number]

/** As whom one can look around, unit by unit; one press signs in. */
export function DemoPeople({ people, onEnter }: { people: DemoPerson[]; onEnter: (login: string) => void }) {
  const { t } = useTranslation('people')
  const units = Map.groupBy(people, (person) => person.unit)
  return (
    <section className="sec" aria-labelledby="demo-people">
      <div className="sec-h">
        <h2 id="demo-people">{t('demo.title')}</h2>
      </div>
      <p className="mut">{t('demo.note')}</p>
      <div className="demo-units">
        {[...units].map(([unit, members]) => (
          <section key={unit} aria-label={unit}>
            <h3>{unit}</h3>
            <ul>
              {members.map((person) => (
                <li key={`${person.login} ${person.role}`}>
                  <button
                    type="button"
                    aria-label={t('demo.enterAs', {
                      name: person.name,
                      position: person.position || t(`role.${person.role}`),
                    })}
                    onClick={() => onEnter(person.login)}
                  >
                    <i className="av" aria-hidden="true">
                      {initialsOf(person.name)}
                    </i>
                    <span className="grow">
                      <b>{person.name}</b>
                      <small>{person.position || t(`role.${person.role}`)}</small>
                    </span>
                    <span className="tag">{t(`role.${person.role}`)}</span>
                    <Icon name="cr" />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}
