import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addWorkingDays, workingCalendar } from '#core/calendar/working-calendar.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { settingsApi } from '#core/settings/api.ts'
import { setApart } from '#core/settings/own-days.ts'
import type { Settings } from '#core/settings/settings.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { calendarQuery, settingsQuery } from '#web/settings/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** Every choice says, with a date, what it will mean tomorrow. */
export function SettingsForm({
  settings,
  mayChange,
  today,
}: {
  settings: Settings & { version: number }
  mayChange: boolean
  today: PlainDate
}) {
  const { t } = useTranslation('settings')
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [days, setDays] = useState(`${settings.answerWithinDays}`)
  const [beforeMeans, setBeforeMeans] = useState(settings.beforeMeans)
  const [approval, setApproval] = useState(settings.approvalBeforeIssue)
  const [tried, setTried] = useState(false)
  const daysAreWrong = !/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > 30
  const command = useMutation({
    mutationFn: () =>
      call(settingsApi.changeSettings, {
        version: settings.version,
        body: { answerWithinDays: Number(days), beforeMeans, approvalBeforeIssue: approval },
      }),
    onSuccess: (answer) => {
      client.setQueryData(settingsQuery.queryKey, answer)
      showToast(t('saved'))
    },
    onError: () => client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
  })
  return (
    <form
      ref={form}
      className="stack wide-gap"
      noValidate
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!daysAreWrong) command.mutate()
        else if (form.current) focusFirstError(form.current)
      }}
    >
      {mayChange ? null : <p className="nt">{t('readOnly')}</p>}
      <Choice
        title={t('answer.title')}
        effect={<AnswerEffect days={daysAreWrong ? null : Number(days)} today={today} />}
      >
        <TextField
          label={t('answer.label')}
          hint={t('answer.hint')}
          value={days}
          inputMode="numeric"
          readOnly={!mayChange}
          onChange={(event) => setDays(event.target.value.trim())}
          error={tried && daysAreWrong ? t('answer.wrong') : undefined}
        />
      </Choice>
      <Choice
        title={t('before.title')}
        effect={
          <>
            {t(`before.effect-${beforeMeans}`)} {t('before.note')}
          </>
        }
      >
        <fieldset disabled={!mayChange}>
          <legend>{t('before.label')}</legend>
          {(['day-before', 'same-day'] as const).map((value) => (
            <label key={value} className="chk">
              <input
                type="radio"
                name="before"
                checked={beforeMeans === value}
                onChange={() => setBeforeMeans(value)}
              />
              {t(`before.${value}`)}
            </label>
          ))}
        </fieldset>
      </Choice>
      <Choice title={t('approval.title')} effect={t(approval ? 'approval.effect-on' : 'approval.effect-off')}>
        <label className="chk">
          <input
            type="checkbox"
            className="cb"
            checked={approval}
            disabled={!mayChange}
            onChange={(event) => setApproval(event.target.checked)}
          />
          {t('approval.label')}
        </label>
      </Choice>
      <ProblemMessage error={command.error} />
      {mayChange ? (
        <div className="row">
          <Button type="submit" look="primary" busy={command.isPending}>
            {t('save')}
          </Button>
        </div>
      ) : null}
    </form>
  )
}

/** "Issued today, to be answered by …", counted with the same calendar as the server counts. */
function AnswerEffect({ days, today }: { days: number | null; today: PlainDate }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { data } = useQuery(calendarQuery)
  if (days === null || !data) return null
  const last = addWorkingDays(workingCalendar(setApart(data.items)), today, days).value
  return <>{t('answer.effect', { day: format.day(today), last: format.day(last) })}</>
}

function Choice({ title, effect, children }: { title: string; effect: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="sec choice" aria-labelledby={id}>
      <div className="sec-h">
        <h2 id={id}>{title}</h2>
      </div>
      <div className="choice-b">
        <div>{children}</div>
        <p className="ink2">{effect}</p>
      </div>
    </section>
  )
}
