import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Id } from '#core/kernel/id.ts'
import { byVietnameseOrder } from '#core/kernel/vietnamese-order.ts'
import { type Actor, allows } from '#core/people/may.ts'
import { viewsApi } from '#core/views/api.ts'
import { checkFilter, MOST_VIEWS, type SavedView, type ViewFilter, type ViewKind } from '#core/views/saved-view.ts'
import type { SavedView as SavedViewRow } from '#server/db/tables.gen.ts'
import type { Tx } from '#server/db/store.ts'
import { entitle } from '#server/http/entitle.ts'
import { atVersion, type Handlers, mount, type Request, type System } from '#server/http/mount.ts'
import { fail, found, need } from '#server/http/refusal.ts'
import { peopleByIds } from '#server/tasks/people-by-ids.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

type Row = import('kysely').Selectable<SavedViewRow>
type Reader = Pick<Request<unknown>, 'tx' | 'register' | 'actor'>
type View = z.input<typeof SavedView>

const handlers: Handlers<typeof viewsApi> = {
  async listSavedViews(request) {
    const rows = await request.tx
      .selectFrom('savedView')
      .selectAll()
      .where('kind', '=', request.query.kind)
      .where('removedAt', 'is', null)
      .execute()
    const views = await describe(request, rows)
    // One's own in the order one gave them, then what others share, by the alphabet.
    const isOwn = ({ owner }: View) => owner.id === request.actor.personId
    const own = views.filter(isOwn).toSorted((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1))
    return { items: [...own, ...byVietnameseOrder(views.filter((view) => !isOwn(view)))] }
  },
  async addSavedView(request) {
    const { tx, actor, body, newId, record } = request
    const { kind, name, unitId, columns = null, group = null, sort = null } = body
    const filter = need(checkFilter(kind, body.filter))
    shareable(request, unitId)
    const own = await tx
      .selectFrom('savedView')
      .select(({ fn }) => [fn.countAll<number>().as('n'), fn.max('ordinal').as('last')])
      .where('ownerId', '=', actor.personId)
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow()
    if (own.n >= MOST_VIEWS) fail({ code: 'view/too_many', limit: MOST_VIEWS })
    const id = newId()
    const kept = { kind, name, filter: JSON.stringify(filter), columns, groupedBy: group, sort, unitId }
    const ordinal = (own.last ?? -1) + 1
    await tx
      .insertInto('savedView')
      .values({ id, ...kept, ownerId: actor.personId, ordinal, version: 1 })
      .execute()
    await record({ command: 'saved_view.add', kind: 'saved_view', id, data: { kind, name, filter, unitId } })
    return describeOne(request, id)
  },
  async changeSavedView(request) {
    const { tx, actor, params, body, version, record } = request
    const before = atVersion(await lockView(tx, params.id), version)
    // Who is no longer in the unit may still take back what they shared there.
    const takesBack = before.ownerId === actor.personId && body.unitId === null
    if (!takesBack && !mayChange(request, before)) fail({ code: 'person/not_entitled', deed: 'view.keep' })
    const { name, columns, group, sort, unitId, ordinal } = body
    const filter = body.filter && need(checkFilter(before.kind as ViewKind, body.filter))
    if (unitId !== undefined && unitId !== before.unitId) {
      // Whoever keeps a unit's views in order does not take one from its owner, nor carry it elsewhere.
      if (before.ownerId !== actor.personId) fail({ code: 'view/not_owner' })
      shareable(request, unitId)
    }
    await tx
      .updateTable('savedView')
      .set({
        ...present({ name, columns, sort, unitId, ordinal, groupedBy: group }),
        ...(filter ? { filter: JSON.stringify(filter) } : {}),
        version: version + 1,
      })
      .where('id', '=', params.id)
      .execute()
    await record({ command: 'saved_view.change', kind: 'saved_view', id: params.id, data: present(body) })
    return describeOne(request, params.id)
  },
  async removeSavedView(request) {
    const { tx, actor, params, version, now, record } = request
    const before = atVersion(await lockView(tx, params.id), version)
    const isOwner = before.ownerId === actor.personId
    if (!isOwner && !mayChange(request, before)) fail({ code: 'person/not_entitled', deed: 'view.keep' })
    await tx
      .updateTable('savedView')
      .set({ removedAt: now, version: version + 1 })
      .where('id', '=', params.id)
      .execute()
    await record({ command: 'saved_view.remove', kind: 'saved_view', id: params.id, data: { name: before.name } })
    return { id: params.id }
  },
}

async function getView(tx: Tx, id: Id): Promise<Row> {
  const row = await tx
    .selectFrom('savedView')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return found(row, 'saved_view')
}

/** For a change: nobody else changes it until the transaction ends. Locked is only what the caller's policies let be changed. */
async function lockView(tx: Tx, id: Id): Promise<Row> {
  await tx.selectFrom('savedView').select('id').where('id', '=', id).forUpdate().execute()
  return getView(tx, id)
}

/** With a unit one shares in which one holds a role that reads its lists. */
function shareable(request: Reader, unitId: Id | null): void {
  if (unitId !== null) entitle(request, 'view.share', { units: { holding: request.register.path(unitId) } })
}

/** Its owner, as long as they hold a role in the unit with which it is shared, and whoever keeps that unit's views: as the row policy says. */
function mayChange(
  { actor, register }: { actor: Actor; register: UnitRegister },
  view: Pick<Row, 'ownerId' | 'unitId'>,
): boolean {
  const isOwner = view.ownerId === actor.personId
  if (view.unitId === null) return isOwner
  const shared = { units: { holding: register.path(view.unitId as Id) } }
  return allows(actor, 'view.keep', shared) || (isOwner && allows(actor, 'view.share', shared))
}

async function describe(request: Reader, rows: readonly Row[]): Promise<View[]> {
  const person = await peopleByIds(
    request.tx,
    rows.map(({ ownerId }) => ownerId as Id),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ViewKind,
    name: row.name,
    filter: row.filter as ViewFilter,
    columns: row.columns,
    group: row.groupedBy,
    sort: row.sort,
    owner: person(row.ownerId as Id) ?? { id: row.ownerId, name: '?', position: '' },
    unit: row.unitId === null ? null : request.register.ref(row.unitId as Id),
    ordinal: row.ordinal,
    mayChange: mayChange(request, row),
    version: row.version,
  }))
}

async function describeOne(request: Reader, id: Id): Promise<View> {
  return found((await describe(request, [await getView(request.tx, id)]))[0], 'saved_view')
}

function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

export function mountViews(app: FastifyInstance, system: System): void {
  mount(app, system, viewsApi, handlers)
}
