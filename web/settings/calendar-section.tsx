import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addWorkingDays, workingCalendar } from '#core/calendar/working-calendar.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { settingsApi } from '#core/settings/api.ts'
import { type ListedDay, listDays, type OwnDay, setApart } from '#core/settings/own-days.ts'
import type { Settings } from '#core/settings/settings.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { AddDay } from '#web/settings/add-day.tsx'
import { calendarQuery, settingsQuery } from '#web/settings/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** This year's days and what is announced beyond it; the office adds its own, and says where an official one does not hold here. */
export function CalendarSection({
  settings,
  mayChange,
  today,
}: {
  settings: Settings & { version: number }
  mayChange: boolean
  today: PlainDate
}) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const client = useQueryClient()
  const { data } = useQuery(calendarQuery)
  const [adding, setAdding] = useState<Partial<OwnDay> | null>(null)
  const change = useMutation({
    mutationFn: (calendarDays: OwnDay[]) =>
      call(settingsApi.changeSettings, { version: settings.version, body: { calendarDays } }),
    onSuccess: async (answer) => {
      client.setQueryData(settingsQuery.queryKey, answer)
      void client.invalidateQueries({ queryKey: ['settings-history'] })
      await client.invalidateQueries({ queryKey: calendarQuery.queryKey })
      setAdding(null)
      showToast(t('calendar.saved'))
    },
    onError: () => client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
  })
  if (!data) return null
  const days = data.items.filter((item) => item.day >= `${today.slice(0, 4)}-01-01`)
  const own = settings.calendarDays
  const without = (day: PlainDate) => own.filter((one) => one.day !== day)
  const answeredBy = (items: readonly ListedDay[]) =>
    addWorkingDays(workingCalendar(setApart(items)), today, settings.answerWithinDays).value
  const effectOf = (day: OwnDay) => {
    const [before, after] = [answeredBy(data.items), answeredBy(listDays(setApart(data.items), [day]))]
    return before === after
      ? t('calendar.noEffect', { last: format.day(before) })
      : t('calendar.effect', { before: format.day(before), after: format.day(after) })
  }
  return (
    <section className="sec" aria-labelledby="calendar-title">
      <div className="sec-h wrap">
        <h2 id="calendar-title">{t('calendar.title')}</h2>
        <p>{t('calendar.text')}</p>
        {mayChange && (
          <Button icon="plus" onClick={() => setAdding({})}>
            {t('calendar.add')}
          </Button>
        )}
      </div>
      {days.length === 0 ? <p className="mut">{t('calendar.empty')}</p> : null}
      {days.length > 0 && (
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
                <td className="nw">
                  {t(`calendar.${item.kind}`)} {item.own && <span className="tag">{t('calendar.own')}</span>}
                </td>
                <td className="ink2">
                  <div className="row wrap tight">
                    <span className="grow">{item.basis}</span>
                    {mayChange && item.own && (
                      <Button
                        small
                        look="ghost"
                        busy={change.isPending}
                        aria-label={t('calendar.removeDay', { day: format.day(item.day) })}
                        onClick={() => change.mutate(without(item.day))}
                      >
                        {t('calendar.remove')}
                      </Button>
                    )}
                    {/* What is past was counted with the official day, and stays so. */}
                    {mayChange && !item.own && item.day > today && (
                      <Button
                        small
                        look="ghost"
                        aria-label={t('calendar.notHereDay', { day: format.day(item.day) })}
                        onClick={() => setAdding({ day: item.day, kind: 'ordinary' })}
                      >
                        {t('calendar.notHere')}
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding === null && <ProblemMessage error={change.error} />}
      {adding && (
        <AddDay
          start={adding}
          effectOf={effectOf}
          busy={change.isPending}
          error={change.error}
          onAdd={(day) => change.mutate([...without(day.day), day])}
          onClose={() => {
            setAdding(null)
            change.reset()
          }}
        />
      )}
    </section>
  )
}
