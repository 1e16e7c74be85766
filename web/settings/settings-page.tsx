import '#web/ui/work.css'
import '#web/settings/settings.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/use-format.ts'
import { meQuery } from '#web/queries.ts'
import { calendarQuery, settingsQuery } from '#web/settings/queries.ts'
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
        {me ? <CalendarSection from={`${me.today.slice(0, 4)}-01-01`} /> : null}
      </div>
    </Page>
  )
}

/** This year's days and what is announced beyond it. */
function CalendarSection({ from }: { from: string }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { data } = useQuery(calendarQuery)
  if (!data) return null
  const days = data.items.filter((item) => item.day >= from)
  return (
    <section className="sec" aria-labelledby="calendar-title">
      <div className="sec-h">
        <h2 id="calendar-title">{t('calendar.title')}</h2>
        <p>{t('calendar.text')}</p>
      </div>
      {days.length === 0 ? <p className="mut">{t('calendar.empty')}</p> : null}
      {days.length === 0 ? null : (
        <table className="tbl">
          <caption className="vh">{t('calendar.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('calendar.day')}</th>
              <th scope="col">{t('calendar.kind')}</th>
              <th scope="col">{t('calendar.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((item) => (
              <tr key={item.day}>
                <td className="nw">{format.day(item.day)}</td>
                <td className="nw">{t(`calendar.${item.kind}`)}</td>
                <td className="ink2">{item.basis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
