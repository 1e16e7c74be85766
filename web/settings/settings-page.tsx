import '#web/ui/work.css'
import '#web/settings/settings.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { meQuery } from '#web/queries.ts'
import { CalendarSection } from '#web/settings/calendar-section.tsx'
import { settingsQuery } from '#web/settings/queries.ts'
import { HistorySection } from '#web/settings/history-section.tsx'
import { SettingsForm } from '#web/settings/settings-form.tsx'
import { TierSection } from '#web/settings/tier-section.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

/** What the office decides for itself, each with what follows from it. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { data: me } = useQuery(meQuery)
  const { data, error, isPending, refetch } = useQuery(settingsQuery)
  return (
    <Page title={t('title')}>
      <div className="page narrow stack wide-gap">
        <p className="ink2">{t('lead')}</p>
        {isPending ? <Loading rows={8} /> : null}
        {error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : null}
        {data && me ? (
          <>
            <SettingsForm settings={data} mayChange={me.deeds.includes('settings.manage')} today={me.today} />
            <CalendarSection settings={data} mayChange={me.deeds.includes('settings.manage')} today={me.today} />
            <TierSection settings={data} mayChange={me.deeds.includes('settings.manage')} today={me.today} />
            <section className="sec" aria-labelledby="dictionary-title">
              <div className="sec-h wrap">
                <h2 id="dictionary-title">{t('links.title')}</h2>
                <p>{me.deeds.includes('dictionary.edit') ? null : t('links.office')}</p>
              </div>
              <p className="ink2">{t('links.text')}</p>
              {me.deeds.includes('dictionary.edit') ? (
                <p>
                  <Link to="/dictionary">{t('links.open')}</Link>
                </p>
              ) : null}
            </section>
            {me.deeds.includes('settings.read') ? <HistorySection /> : null}
          </>
        ) : null}
      </div>
    </Page>
  )
}
