import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '#core/kernel/fold.ts'
import type { AnswerOf } from '#core/kernel/endpoint.ts'
import type { peopleApi } from '#core/people/api.ts'
import { initialsOf } from '#web/format.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { TextField } from '#web/ui/field.tsx'
import { Icon } from '#web/ui/icon.tsx'

type DemoPerson = AnswerOf<typeof peopleApi.welcome>['people'][number]

/** Hundreds of units have people; who wants another one types its name. */
const MOST_UNITS = 40

/** As whom one can look around, unit by unit; one press signs in. Units with an office come first and stand open, the others fold. */
export function DemoPeople({ people, onEnter }: { people: DemoPerson[]; onEnter: (login: string) => void }) {
  const { t } = useTranslation('people')
  const { number } = useFormat()
  const [filter, setFilter] = useState('')
  const wanted = fold(filter)
  const roleOf = (person: DemoPerson) => t(`role.${person.role}`)
  const shown = people.filter((person) =>
    fold(`${person.name} ${person.position} ${person.unit} ${roleOf(person)}`).includes(wanted),
  )
  const found = [...Map.groupBy(shown, (person) => person.unit)].toSorted(
    ([, one], [, other]) => Number(hasOffice(other)) - Number(hasOffice(one)),
  )
  const units = found.slice(0, MOST_UNITS)
  return (
    <section className="sec" aria-labelledby="demo-people">
      <div className="sec-h">
        <h2 id="demo-people">{t('demo.title')}</h2>
        <span className="meta">{t('demo.count', { count: shown.length })}</span>
      </div>
      <p className="mut">{t('demo.note')}</p>
      <div className="demo-f">
        <TextField
          label={t('demo.filter')}
          placeholder={t('demo.filterHint')}
          type="search"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      <div className="demo-units">
        {units.map(([unit, members]) => (
          <details key={`${unit} ${wanted === ''}`} open={wanted !== '' || hasOffice(members)}>
            <summary>
              {unit} <span className="mut">{number(members.length)}</span>
            </summary>
            <ul>
              {members.map((person) => (
                <li key={`${person.login} ${person.role}`}>
                  <button type="button" onClick={() => onEnter(person.login)}>
                    <i className="av" aria-hidden="true">
                      {initialsOf(person.name)}
                    </i>
                    <span className="grow">
                      <b>{person.name}</b>
                      <small>{person.position || roleOf(person)}</small>
                    </span>
                    <span className="tag">{roleOf(person)}</span>
                    <Icon name="cr" />
                  </button>
                </li>
              ))}
            </ul>
          </details>
        ))}
        {found.length > units.length && <p className="mut">{t('demo.more', { count: found.length - units.length })}</p>}
        {units.length === 0 && <p className="empty">{t('demo.none')}</p>}
      </div>
    </section>
  )
}

function hasOffice(members: DemoPerson[]): boolean {
  return members.some((person) => person.role === 'officer')
}
