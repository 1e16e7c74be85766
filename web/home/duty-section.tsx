import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { workingCalendar, workingDaysBetween } from '#core/calendar/working-calendar.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { setApart } from '#core/settings/own-days.ts'
import type { Duty } from '#core/tasks/answers.ts'
import { groupDuties } from '#core/tasks/duty-groups.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { calendarQuery } from '#web/settings/queries.ts'
import { DutyLink } from '#web/tasks/duties-page.tsx'
import { dutiesQuery } from '#web/tasks/queries.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

const SHOWN = 5

/** What waits for the reader, and how many working days it has waited; the rest is on the page of duties. */
export function DutySection({ isLeader, today }: { isLeader: boolean; today: PlainDate }) {
  const { t } = useTranslation(['home', 'tasks'])
  const format = useFormat()
  const { data, error } = useQuery(dutiesQuery)
  const { data: calendar } = useQuery(calendarQuery)
  const duties = data ? groupDuties(data.items, today).groups.flatMap((group) => group.duties) : []
  const waited = (duty: Duty) =>
    calendar ? workingDaysBetween(workingCalendar(setApart(calendar.items)), duty.since, today).value : null
  return (
    <section className="sec" aria-labelledby="duties-title">
      <div className="sec-h">
        <h2 id="duties-title">{t(isLeader ? 'duties.decisions' : 'duties.title')}</h2>
        {data ? (
          <span className="meta">
            <Link to="/duties">{t('tasks:count.items', { count: data.total })}</Link>
          </span>
        ) : null}
      </div>
      {error ? <ProblemMessage error={error} /> : null}
      {data ? null : <Loading rows={5} />}
      {data?.total === 0 ? <p className="mut">{t(isLeader ? 'duties.noDecisions' : 'duties.none')}</p> : null}
      <ol className="dec">
        {duties.slice(0, SHOWN).map((duty) => {
          const days = waited(duty)
          return (
            <li key={`${duty.kind} ${duty.id}`}>
              <div className={`age${duty.lateness?.class === 'open_overdue' ? ' over' : ''}`}>
                {days === null ? null : (
                  <>
                    <b>{format.number(Math.max(0, days))}</b>
                    <span>{t('duties.days', { count: Math.max(0, days) })}</span>
                    <span className="vh">{t('duties.waited')}</span>
                  </>
                )}
              </div>
              <div>
                <small className="knd">{t(`tasks:duties.kind.${duty.kind}`)}</small>
                <b>
                  <DutyLink duty={duty} />
                </b>
                <p>
                  {[
                    duty.code,
                    duty.unit?.name,
                    duty.by &&
                      t(duty.kind === 'answer' ? 'tasks:duties.answerBy' : 'tasks:duties.by', {
                        day: format.day(duty.by),
                      }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
      {data && data.total > SHOWN ? (
        <p className="src">
          <Link to="/duties">{t('duties.all', { count: data.total })}</Link>
        </p>
      ) : null}
    </section>
  )
}
