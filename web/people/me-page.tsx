import '#web/ui/work.css'
import '#web/people/admin.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { HintSection } from '#web/help/hint-section.tsx'
import { GrantWords } from '#web/people/grant-words.tsx'
import { TokenSection } from '#web/people/token-section.tsx'
import { meQuery } from '#web/queries.ts'
import { Page } from '#web/ui/page.tsx'
import { Loading } from '#web/ui/states.tsx'

/** One's own account: who, as what, and the keys to it. */
export function MePage() {
  const { t } = useTranslation('accounts')
  const { data: me } = useQuery(meQuery)
  return (
    <Page title={t('me.title')}>
      <div className="page stack wide-gap narrow">
        {me ? (
          <>
            <div className="say">
              <h2>{me.person.name}</h2>
              <p className="mut">
                {me.person.position} · {me.person.login}
              </p>
            </div>
            <section className="sec" aria-labelledby="my-roles">
              <div className="sec-h">
                <h2 id="my-roles">{t('me.roles')}</h2>
                <p>{t('me.rolesText')}</p>
              </div>
              {me.roles.length === 0 ? <p>{t('me.noRoles')}</p> : null}
              {me.roles.map((grant) => (
                <GrantWords key={grant.id} grant={grant} />
              ))}
            </section>
            <section className="sec" aria-labelledby="my-password">
              <div className="sec-h">
                <h2 id="my-password">{t('me.password')}</h2>
                <p>{t('me.passwordText')}</p>
              </div>
              <Link className="btn" to="/password">
                {t('me.changePassword')}
              </Link>
            </section>
            <TokenSection />
            <HintSection personId={me.person.id} />
          </>
        ) : (
          <Loading rows={6} />
        )}
      </div>
    </Page>
  )
}
