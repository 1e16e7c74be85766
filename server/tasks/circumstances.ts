import { sql } from 'kysely'
import { type CalendarDay, workingCalendar } from '#core/calendar/working-calendar.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Circumstances } from '#core/tasks/allowed.ts'
import { listDays, setApart } from '#core/settings/own-days.ts'
import { needsApproval, settingsFrom, type TaskKind } from '#core/settings/settings.ts'
import type { Tx } from '#server/db/store.ts'
import type { Request } from '#server/http/mount.ts'
import { found } from '#server/http/refusal.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

export type Office = Omit<Circumstances, 'parent'> & Awaited<ReturnType<typeof readOnce>>

/** Read once in a transaction, however many decisions it holds. */
const readIn = new WeakMap<Tx, ReturnType<typeof readOnce>>()

/** The calendar and the settings that decisions stand on. */
export async function readOffice({
  tx,
  today,
  actor,
  register,
}: Pick<Request<unknown>, 'tx' | 'today' | 'actor' | 'register'>): Promise<Office> {
  const read = readIn.get(tx) ?? readOnce(tx)
  readIn.set(tx, read)
  return { ...(await read), today, actorId: actor.personId, pathOf: (unitId) => register.path(unitId) }
}

async function readOnce(tx: Tx) {
  const { rows } = await sql<{ id: string; version: number; value: unknown; days: CalendarDay[] }>`
    select s.id, s.version, s.value,
      coalesce((select jsonb_agg(jsonb_build_object('day', day, 'kind', kind, 'basis', basis)) from calendar_day), '[]') as days
    from setting s`.execute(tx)
  const { id, version, value, days } = found(rows[0], 'settings')
  const settings = settingsFrom(value)
  return { ...settings, id, version, calendar: workingCalendar(setApart(listDays(days, settings.calendarDays))) }
}

/** Whether what a unit drafts of this kind is approved before it is issued. */
export function waitsForApproval(office: Office, register: UnitRegister, kind: TaskKind, ownerId: Id): boolean {
  const owner = register.tree.byId.get(ownerId)
  return owner !== undefined && needsApproval(office, kind, owner)
}

/** The assignment from which a task was cascaded. */
export async function findParent(tx: Tx, taskId: Id): Promise<Circumstances['parent']> {
  const { rows } = await sql<{ leadId: Id; dueOn: PlainDate | null }>`
    select a.lead_id as "leadId", a.due_on as "dueOn" from task t join assignment a on a.id = t.parent_id
    where t.id = ${taskId} and a.lead_id is not null`.execute(tx)
  return rows[0] ?? null
}
