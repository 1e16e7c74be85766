import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useMatches } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '#core/people/api.ts'
import { useLive } from '#web/live.ts'
import { NAVIGATION } from '#web/navigation.ts'
import { GuideBeside, Overlays } from '#web/overlays.tsx'
import { meQuery } from '#web/queries.ts'
import { useSession } from '#web/session.ts'
import { AccountLinks, AccountMenu } from '#web/ui/account-menu.tsx'
import { BrandMark } from '#web/ui/brand.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useOverlays } from '#web/ui/overlay.ts'
import { useMedia } from '#web/ui/use-media.ts'

/** The frame of every page for people who are signed in: skip link, side bar, content. */
export function Shell() {
  const { t } = useTranslation()
  const { data: me } = useQuery(meQuery)
  const isNarrow = useMedia('(max-width: 1279px)')
  const slim = useMatches({
    select: (matches) =>
      matches.some(({ staticData }) => staticData.slim === true || (staticData.slim === 'narrow' && isNarrow)),
  })
  const ended = useSession() === 'ended'
  useLive(me !== undefined && !ended)
  const { guide } = useOverlays()
  return (
    <>
      <a className="vh" href="#content">
        {t('skip')}
      </a>
      {ended && (
        <div className="strip" role="alert">
          <Icon name="lock" />
          <span>{t('expired.text')}</span>
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {t('expired.action')}
          </a>
        </div>
      )}
      <div className={`app${slim ? ' slim' : ''}${guide ? ' guided' : ''}`}>
        <aside className="side">
          <SideBar me={me} />
        </aside>
        <Outlet />
        <GuideBeside />
      </div>
      <MenuSheet me={me} />
      <Overlays me={me} />
    </>
  )
}

function SideBar({ me }: { me: Me | undefined }) {
  const { t } = useTranslation()
  return (
    <>
      <Link className="brand" to="/" title={t('product')}>
        <BrandMark />
        <span>
          Thông suốt<small>Throughline</small>
        </span>
      </Link>
      <Navigation me={me} />
      {me && <AccountMenu me={me} />}
    </>
  )
}

function Navigation({ me }: { me: Me | undefined }) {
  const { t } = useTranslation()
  const deeds = new Set(me?.deeds)
  const items = NAVIGATION.filter((item) => item.deeds.length === 0 || item.deeds.some((deed) => deeds.has(deed)))
  return (
    <nav className="nav" aria-label={t('navigation')}>
      {items.map((item) => (
        <Link
          key={item.to}
          to={item.to}
          title={t(`nav.${item.text}`)}
          {...(item.search ? { search: item.search } : {})}
          activeOptions={{ exact: item.to === '/', includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon name={item.icon} />
          <span className="lb">{t(`nav.${item.text}`)}</span>
        </Link>
      ))}
    </nav>
  )
}

/** The same navigation on a narrow screen: a sheet that the button in the top bar opens. */
function MenuSheet({ me }: { me: Me | undefined }) {
  const { t } = useTranslation()
  return (
    // A press on any link inside has done its work: the sheet closes.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      id="menu"
      popover="auto"
      className="sheet"
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a')) event.currentTarget.hidePopover()
      }}
    >
      <header className="row">
        <span className="brand">
          <BrandMark />
          <span>
            Thông suốt<small>Throughline</small>
          </span>
        </span>
        <span className="grow" />
        <IconButton icon="x" label={t('closeMenu')} popoverTarget="menu" popoverTargetAction="hide" />
      </header>
      <Navigation me={me} />
      {me && <AccountLinks me={me} />}
    </div>
  )
}
