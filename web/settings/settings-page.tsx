import '#web/ui/work.css'
import '#web/settings/settings.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meQuery } from '#web/queries.ts'
import { CalendarSection } from '#web/settings/calendar-section.tsx'
import { settingsQuery } from '#web/settings/queries.ts'
import { SettingsForm } from '#web/settings/settings-form.tsx'
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
          <SettingsForm settings={data} mayChange={me.deeds.includes('settings.manage')} today={me.today} />
        ) : null}
        {data && me ? (
          <CalendarSection settings={data} mayChange={me.deeds.includes('settings.manage')} today={me.today} />
        ) : null}
      </div>
    </Page>
  )
}
