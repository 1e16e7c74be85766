import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addWorkingDays, workingCalendar } from '#core/calendar/working-calendar.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { settingsApi } from '#core/settings/api.ts'
import { setApart } from '#core/settings/own-days.ts'
import type { Settings } from '#core/settings/settings.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { ApprovalChoice } from '#web/settings/approval-choice.tsx'
import { Choice } from '#web/settings/choice.tsx'
import { NumberChoice, numberIn } from '#web/settings/number-choice.tsx'
import { calendarQuery, settingsQuery } from '#web/settings/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** Every choice says, with a date or a number, what it will mean tomorrow. */
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
  const format = useFormat()
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [answerText, setAnswer] = useState(`${settings.answerWithinDays}`)
  const [starsText, setStars] = useState(`${settings.starsAtMost}`)
  const [comparedText, setCompared] = useState(`${settings.comparedFrom}`)
  const [beforeMeans, setBeforeMeans] = useState(settings.beforeMeans)
  const [approvalFor, setApprovalFor] = useState(settings.approvalFor)
  const [tried, setTried] = useState(false)
  // The page is read again whenever something changes. What was opened here is overwritten by nobody's leave but the user's; days off that were
  // entered meanwhile are of the same version, and change nothing that stands in this form.
  const [opened, setOpened] = useState(settings)
  const version = isSameForm(settings, opened) ? settings.version : opened.version
  const answerWithinDays = numberIn(answerText, 1, 30)
  const starsAtMost = numberIn(starsText, 1, 20)
  const comparedFrom = numberIn(comparedText, 1, 1000)
  const command = useMutation({
    mutationFn: (body: Partial<Settings>) => call(settingsApi.changeSettings, { version, body }),
    onSuccess: (answer) => {
      setOpened(answer)
      client.setQueryData(settingsQuery.queryKey, answer)
      void client.invalidateQueries({ queryKey: ['settings-history'] })
      showToast(t('saved'))
    },
    onError: async () => setOpened(await client.fetchQuery({ ...settingsQuery, staleTime: 0 })),
  })
  const submit = () => {
    setTried(true)
    if (answerWithinDays !== null && starsAtMost !== null && comparedFrom !== null)
      command.mutate({ answerWithinDays, beforeMeans, approvalFor, starsAtMost, comparedFrom })
    else if (form.current) focusFirstError(form.current)
  }
  return (
    <form
      ref={form}
      className="stack wide-gap"
      noValidate
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {mayChange ? null : <p className="nt">{t('readOnly')}</p>}
      <NumberChoice
        of="answer"
        text={answerText}
        onChange={setAnswer}
        readOnly={!mayChange}
        isWrong={tried && answerWithinDays === null}
        effect={answerWithinDays !== null && <AnswerEffect days={answerWithinDays} today={today} />}
      />
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
      <ApprovalChoice chosen={approvalFor} onChange={setApprovalFor} readOnly={!mayChange} />
      <NumberChoice
        of="stars"
        text={starsText}
        onChange={setStars}
        readOnly={!mayChange}
        isWrong={tried && starsAtMost === null}
        effect={
          starsAtMost !== null &&
          t('stars.effect', { most: format.number(starsAtMost), next: format.number(starsAtMost + 1) })
        }
      />
      <NumberChoice
        of="compared"
        text={comparedText}
        onChange={setCompared}
        readOnly={!mayChange}
        isWrong={tried && comparedFrom === null}
        effect={
          comparedFrom !== null &&
          t('compared.effect', { from: format.number(comparedFrom), below: format.number(comparedFrom - 1) })
        }
      />
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

function isSameForm(one: Settings, other: Settings): boolean {
  return (['answerWithinDays', 'beforeMeans', 'approvalFor', 'starsAtMost', 'comparedFrom'] as const).every(
    (name) => JSON.stringify(one[name]) === JSON.stringify(other[name]),
  )
}

/** "Issued today, to be answered by …", counted with the same calendar as the server counts. */
function AnswerEffect({ days, today }: { days: number; today: PlainDate }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { data } = useQuery(calendarQuery)
  if (!data) return null
  const last = addWorkingDays(workingCalendar(setApart(data.items)), today, days).value
  return <>{t('answer.effect', { day: format.day(today), last: format.day(last) })}</>
}
