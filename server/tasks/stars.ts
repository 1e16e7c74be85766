import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { rolesGranting } from '#core/people/may.ts'
import { taskCode } from '#core/tasks/code.ts'
import { addStar, removeStar } from '#core/tasks/star.ts'
import type { Star, starsApi } from '#core/tasks/stars-api.ts'
import type { Handlers, Request } from '#server/http/mount.ts'
import { fail, found, need } from '#server/http/refusal.ts'
import { subjectOf } from '#server/http/subject.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import { unitsInLine } from '#server/tasks/units-in-line.ts'

type Reader = Pick<Request<unknown>, 'tx' | 'register' | 'actor'>

/** The priorities of the reader's line that the reader reads. */
export async function listStars(request: Reader): Promise<Star[]> {
  const { tx, register, actor } = request
  const { rows } = await sql<StarRow>`
    select s.task_id as "taskId", t.number, t.action, d.symbol as "directiveSymbol", s.unit_id as "unitId", s.starred_at as "starredAt",
      jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position) as "starredBy"
    from star s join task t on t.id = s.task_id left join directive d on d.id = t.directive_id join person p on p.id = s.starred_by
    where s.removed_at is null and s.unit_id = any(${unitsInLine(request)}::uuid[])
    order by s.starred_at desc, s.id`.execute(tx)
  const own = new Set(actor.roles.filter(({ role }) => role === 'leader').map(({ unitId }) => unitId))
  return rows.map(({ number, unitId, ...row }) => ({
    ...row,
    code: taskCode(number),
    unit: register.ref(unitId),
    removable: own.has(unitId),
  }))
}

interface StarRow {
  taskId: Id
  number: number
  action: string
  directiveSymbol: string | null
  unitId: Id
  starredAt: Instant
  starredBy: PersonRef
}

interface StoredStar {
  id: Id
  taskId: Id
  version: number
}

/** The unit in whose name the caller stars, with what its leaders have starred; one after the other, or two would go beyond the cap together. */
async function lockStars(request: Reader, taskId: Id): Promise<{ unitId: Id; stars: StoredStar[] }> {
  const { tx, register, actor } = request
  const subject = await subjectOf(tx, register, 'task', taskId)
  const unitId = rolesGranting(actor, 'task.star', subject)[0]?.unitId ?? fail({ code: 'person/not_entitled' })
  await sql`select pg_advisory_xact_lock(hashtextextended(${`star ${unitId}`}, 0))`.execute(tx)
  const { rows } = await sql<StoredStar>`
    select id, task_id as "taskId", version from star where unit_id = ${unitId} and removed_at is null`.execute(tx)
  return { unitId, stars: rows }
}

export const starHandlers: Handlers<typeof starsApi> = {
  async listStars(request) {
    const { starsAtMost: atMost } = await readSettings(request.tx)
    return { items: await listStars(request), atMost }
  },
  async starTask(request) {
    const { tx, params, actor, now, newId, record } = request
    const { starsAtMost: atMost } = await readSettings(tx)
    const { unitId, stars } = await lockStars(request, params.id)
    const starred = need(
      addStar(
        stars.map(({ taskId }) => taskId),
        params.id,
        atMost,
      ),
    )
    const id = newId()
    await tx
      .insertInto('star')
      .values({ id, taskId: params.id, unitId, starredBy: actor.personId, starredAt: now })
      .execute()
    await record({ command: 'star.add', kind: 'star', id, data: { taskId: params.id } })
    return { starred: true, stars: starred.length, atMost }
  },
  async unstarTask(request) {
    const { tx, params, actor, now, record } = request
    const { starsAtMost: atMost } = await readSettings(tx)
    const { stars } = await lockStars(request, params.id)
    const left = need(
      removeStar(
        stars.map(({ taskId }) => taskId),
        params.id,
      ),
    )
    const star = found(
      stars.find(({ taskId }) => taskId === params.id),
      'star',
    )
    await tx
      .updateTable('star')
      .set({ removedBy: actor.personId, removedAt: now, version: star.version + 1 })
      .where('id', '=', star.id)
      .execute()
    await record({ command: 'star.remove', kind: 'star', id: star.id, data: { taskId: params.id } })
    return { starred: false, stars: left.length, atMost }
  },
}
