import '#web/ui/work.css'
import '#web/tasks/tasks.css'
import '#web/home/home.css'
import '#web/home/stars.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '#core/people/api.ts'
import { type Section, sectionsFor } from '#core/home/sections.ts'
import { ChangeSection } from '#web/home/change-section.tsx'
import { ClassSection } from '#web/home/class-section.tsx'
import { DutySection } from '#web/home/duty-section.tsx'
import { PeopleSection } from '#web/home/people-section.tsx'
import { RegisterSection } from '#web/home/register-section.tsx'
import { StarSection } from '#web/home/star-section.tsx'
import { UnitSection } from '#web/home/unit-section.tsx'
import { useFormat } from '#web/i18n/use-format.ts'
import { meQuery } from '#web/queries.ts'
import { assignmentCountsQuery, dutiesQuery } from '#web/tasks/queries.ts'
import { Page } from '#web/ui/page.tsx'
import { Empty } from '#web/ui/states.tsx'

/** The first page: what concerns somebody with these roles, each number with the list behind it. */
export function HomePage() {
  const { t } = useTranslation('home')
  const { data: me } = useQuery(meQuery)
  return <Page title={t('title')}>{me ? <Home me={me} /> : null}</Page>
}

function Home({ me }: { me: Me }) {
  const { t } = useTranslation('home')
  const roles = me.roles.map(({ role }) => role)
  const sections = sectionsFor(roles)
  const isLeader = roles.includes('leader')
  const has = (...wanted: Section[]) => wanted.some((section) => sections.includes(section))
  const own = has('duties') ? <DutySection isLeader={isLeader} today={me.today} /> : null
  const register = has('register') ? <RegisterSection /> : null
  const classes = has('classes') ? <ClassSection /> : null
  const changes = has('changes') ? <ChangeSection today={me.today} /> : null
  // Duties are few and priorities long: the figures fill the column under the duties, and are seen at once.
  const isBeside = has('stars') && !isLeader
  const stars = has('stars') ? <StarSection mayStar={me.deeds.includes('task.star')} /> : null
  return (
    <div className="page home">
      <Lead me={me} has={has} />
      {sections.length === 0 ? <Empty>{t('empty')}</Empty> : null}
      {stars ? (
        <div className="g1">
          {isLeader ? (
            stars
          ) : (
            <div className="col">
              {own}
              {classes}
            </div>
          )}
          <div className="col">
            {isLeader ? own : stars}
            {register}
          </div>
        </div>
      ) : (
        <div className="g0">
          {own}
          {register}
          {has('people') ? <PeopleSection /> : null}
        </div>
      )}
      {isBeside ? changes : null}
      {!isBeside && (classes || changes) ? (
        <div className="g2">
          {classes}
          {changes}
        </div>
      ) : null}
      {has('handlers') ? <UnitSection by="handler" /> : null}
      {has('units') ? <UnitSection by="lead" /> : null}
      {stars && has('people') ? <PeopleSection /> : null}
      {has('journal') ? (
        <p>
          <Link to="/journal">{t('journal')}</Link>
        </p>
      ) : null}
    </div>
  )
}

/** The page in one sentence, from the same numbers as the sections below. */
function Lead({ me, has }: { me: Me; has: (section: Section) => boolean }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { data: duties } = useQuery({ ...dutiesQuery, enabled: has('duties') })
  const { data: counts, dataUpdatedAt } = useQuery({ ...assignmentCountsQuery({}), enabled: has('classes') })
  const overdue = counts?.classes.open_overdue
  const parts = [
    ...(duties ? [t(duties.total === 0 ? 'lead.noDuties' : 'lead.duties', { count: duties.total })] : []),
    ...(overdue === undefined ? [] : [t(overdue === 0 ? 'lead.noOverdue' : 'lead.overdue', { count: overdue })]),
  ]
  const weekday = Temporal.PlainDate.from(me.today).dayOfWeek
  return (
    <div className="now">
      <h2>{parts.length === 0 ? t('lead.hello', { name: me.person.name }) : parts.join(', ')}</h2>
      <p>
        {t(`weekday.${weekday as 1}`)}, {format.documentDay(me.today)}
        {counts ? ` · ${t('lead.updated', { time: format.time(new Date(dataUpdatedAt).toISOString()) })}` : ''}
      </p>
    </div>
  )
}
