import { sql } from 'kysely'
import { workingCalendar } from '#core/calendar/working-calendar.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Circumstances } from '#core/tasks/allowed.ts'
import type { Tx } from '#server/db/store.ts'
import type { Request } from '#server/http/mount.ts'
import { readSettings } from '#server/settings/read-settings.ts'

export type Office = Omit<Circumstances, 'parent'> & Awaited<ReturnType<typeof readSettings>>

/** The calendar and the settings that decisions stand on. */
export async function readOffice({
  tx,
  today,
  actor,
  register,
}: Pick<Request<unknown>, 'tx' | 'today' | 'actor' | 'register'>): Promise<Office> {
  const settings = await readSettings(tx)
  const days = await tx.selectFrom('calendarDay').select(['day', 'kind', 'basis']).execute()
  const calendar = workingCalendar(
    days.map(({ day, kind, basis }) => ({ day: day as PlainDate, kind: kind === 'off' ? 'off' : 'make-up', basis })),
  )
  return { ...settings, today, actorId: actor.personId, calendar, pathOf: (unitId) => register.path(unitId) }
}

/** The assignment from which a task was cascaded. */
export async function findParent(tx: Tx, taskId: Id): Promise<Circumstances['parent']> {
  const { rows } = await sql<{ leadId: Id; dueOn: PlainDate | null }>`
    select a.lead_id as "leadId", a.due_on as "dueOn" from task t join assignment a on a.id = t.parent_id
    where t.id = ${taskId} and a.lead_id is not null`.execute(tx)
  return rows[0] ?? null
}
