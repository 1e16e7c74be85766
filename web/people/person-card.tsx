import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#core/people/api.ts'
import { GrantWords } from '#web/people/grant-words.tsx'

/** A row of the list of people on a phone. */
export function PersonCard({ person, onOpen }: { person: PersonRow; onOpen?: (id: string) => void }) {
  const { t } = useTranslation('accounts')
  return (
    <div className="person">
      {onOpen ? (
        <button type="button" className="lnk" onClick={() => onOpen(person.id)}>
          {person.name}
        </button>
      ) : (
        <b className="m">{person.name}</b>
      )}
      <span className="mut">
        {person.position} · {person.login}
      </span>
      {person.roles.length === 0 ? <span className="mut">{t('noRole')}</span> : null}
      {person.roles.map((grant) => (
        <GrantWords key={grant.id} grant={grant} />
      ))}
      {person.active ? null : <span className="tag">{t('off')}</span>}
    </div>
  )
}
