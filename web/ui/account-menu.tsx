import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '#core/people/api.ts'
import type { Me } from '#core/people/api.ts'
import { call } from '#web/client.ts'
import { initialsOf } from '#web/format.ts'
import { LanguageSwitch, ThemeSwitch } from '#web/ui/appearance.tsx'
import { Icon } from '#web/ui/icon.tsx'

/** Who is signed in, at the foot of the side bar; opens what they can do with their account. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation()
  return (
    <>
      <button type="button" className="who" popoverTarget="account" title={me.person.name}>
        <b className="vh">{t('account')}</b>
        <i className="av" aria-hidden="true">
          {initialsOf(me.person.name)}
        </i>
        <span>
          {me.person.name}
          <br />
          <small className="mut">{me.person.position}</small>
        </span>
      </button>
      <div id="account" popover="auto" className="pop account">
        <AccountLinks me={me} />
      </div>
    </>
  )
}

export function AccountLinks({ me }: { me: Me }) {
  const { t } = useTranslation(['shell', 'accounts'])
  const units = [...new Set(me.roles.map((grant) => grant.unit.name))]
  return (
    <div className="acct">
      <p>
        <b>{me.person.name}</b>
        <br />
        {me.person.position}
        <br />
        <span className="mut">{units.join(', ')}</span>
      </p>
      <div className="row">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <Link to="/password" className="acct-a">
        <Icon name="lock" />
        {t('changePassword')}
      </Link>
      <button type="button" className="acct-a" onClick={() => void signOut()}>
        <Icon name="out" />
        {t('signOut')}
      </button>
    </div>
  )
}

/** A full load afterwards, so that nothing of the last person stays in memory, nor what was typed and not saved. */
export async function signOut(): Promise<void> {
  await call(peopleApi.signOut, {}).catch(() => undefined)
  sessionStorage.clear()
  location.assign('/sign-in')
}
