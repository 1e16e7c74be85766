import '#web/ui/work.css'
import '#web/tasks/tasks.css'
import '#web/tasks/duties.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { capitalised } from '#core/kernel/capitalised.ts'
import { groupDuties, type DutyGroup } from '#core/tasks/duty-groups.ts'
import type { Duty } from '#core/tasks/answers.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { meQuery } from '#web/queries.ts'
import { AgainstToday } from '#web/tasks/against-words.tsx'
import { ClassGlyph } from '#web/tasks/class-glyph.tsx'
import { dutiesQuery } from '#web/tasks/queries.ts'
import { useToday } from '#web/tasks/use-today.ts'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'

/** What I have to do now, why, and by when. The first line answers it. */
export function DutiesPage() {
  const { t } = useTranslation(['tasks', 'shell'])
  const format = useFormat()
  const today = useToday()
  const { data, error, isPending, refetch } = useQuery(dutiesQuery)
  const summary = data ? groupDuties(data.items, today) : null
  return (
    <Page title={t('shell:nav.duties')}>
      <div className="page duties">
        {isPending ? <Loading rows={10} /> : null}
        {error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : null}
        {data && summary ? (
          <>
            <div className="say">
              <h2>{t('duties.lead', { count: data.total })}</h2>
              <p className="mut">
                {[
                  t('duties.today', { day: format.day(today) }),
                  ...(summary.overdue > 0 ? [t('duties.overdue', { count: summary.overdue })] : []),
                  ...(summary.soon > 0 ? [t('duties.soon', { count: summary.soon })] : []),
                ].join(' · ')}
              </p>
            </div>
            {data.items.length === 0 ? (
              <Empty
                action={
                  <Link className="btn" to="/assignments">
                    {t('duties.emptyAction')}
                  </Link>
                }
              >
                <WhatComes />
              </Empty>
            ) : null}
            {summary.groups.map((group) => (
              <DutySection key={group.kind} group={group} />
            ))}
          </>
        ) : null}
      </div>
    </Page>
  )
}

const COMES = {
  'directive.close-reading': 'read',
  'assignment.approve': 'approve',
  'assignment.accept': 'answer',
  'assignment.confirm': 'confirm',
} as const

/** What will come to the reader, by what the reader may do; to others only what they are named for. */
function WhatComes() {
  const { t, i18n } = useTranslation('tasks')
  const { data: me } = useQuery(meQuery)
  const own = Object.entries(COMES).flatMap(([deed, key]) =>
    me?.deeds.some((one) => one === deed) ? [t(`duties.comes.${key}`)] : [],
  )
  const said = own.length > 0 ? own : [t('duties.comes.handler')]
  const what = new Intl.ListFormat(i18n.language).format(said)
  return t('duties.empty', { what: i18n.language === 'vi' ? capitalised(what) : what })
}

function DutySection({ group }: { group: DutyGroup }) {
  const { t } = useTranslation('tasks')
  const titleId = `duty-${group.kind}`
  return (
    <section className="sec" aria-labelledby={titleId}>
      <div className="sec-h">
        <h2 id={titleId}>{t(`duties.kind.${group.kind}`)}</h2>
        <p>{t(`duties.why.${group.kind}`)}</p>
        <span className="meta">{t('count.items', { count: group.duties.length })}</span>
      </div>
      <ul className="duty-list">
        {group.duties.map((duty) => (
          <DutyRow key={`${duty.subject}-${duty.id}`} duty={duty} />
        ))}
      </ul>
    </section>
  )
}

function DutyRow({ duty }: { duty: Duty }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const today = useToday()
  const isAnswer = duty.kind === 'answer'
  return (
    <li>
      <span className="gl">{duty.lateness ? <ClassGlyph of={duty.lateness.class} /> : null}</span>
      <span className="cd nar">{duty.code}</span>
      <span className="tt">
        <DutyLink duty={duty} />
        {duty.unit ? (
          <small>
            {duty.unit.name}
            {duty.unit.external ? ` · ${t('form.onBehalf')}` : ''}
          </small>
        ) : null}
      </span>
      <span className="when">
        {duty.by === null ? (
          <span className="mut">{t('duties.since', { day: format.day(duty.since) })}</span>
        ) : isAnswer ? (
          t('duties.answerBy', { day: format.day(duty.by) })
        ) : (
          t('duties.by', { day: format.day(duty.by) })
        )}
      </span>
      <span className="la">
        {duty.lateness && !isAnswer ? <AgainstToday lateness={duty.lateness} today={today} bar /> : null}
        {isAnswer ? <span className="mut">{t('duties.since', { day: format.day(duty.since) })}</span> : null}
      </span>
    </li>
  )
}

export function DutyLink({ duty }: { duty: Duty }) {
  const common = { params: { id: duty.id as string }, className: 'q', title: duty.title }
  switch (duty.subject) {
    case 'directive':
      return (
        <Link to="/directives/$id" {...common}>
          {duty.title}
        </Link>
      )
    case 'task':
      return (
        <Link to="/tasks/$id" {...common}>
          {duty.title}
        </Link>
      )
    case 'assignment':
      return (
        <Link to="/assignments/$id" {...common}>
          {duty.title}
        </Link>
      )
  }
}
