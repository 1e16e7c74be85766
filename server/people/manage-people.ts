import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { fold } from '#core/kernel/fold.ts'
import type { peopleApi } from '#core/people/api.ts'
import { allows } from '#core/people/may.ts'
import { canBeHeldAt } from '#core/people/role.ts'
import { entitle } from '#server/http/entitle.ts'
import { atVersion, type Handlers, type Request } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'
import { listGrants } from '#server/people/me.ts'
import { hashPassword, newPassword } from '#server/people/passwords.ts'
import { endSessions, revokeTokens } from '#server/people/sessions.ts'
import { asOwner, setPassword } from '#server/people/credentials.ts'
import type { ownAccount } from '#server/people/own-account.ts'

type ManagePeople = Omit<Handlers<typeof peopleApi>, keyof typeof ownAccount | 'welcome' | 'setUp'>

/** What administrators do with the accounts in their reach. */
export const managePeople: ManagePeople = {
  async listPeople(request) {
    const { tx, query } = request
    const pattern = query.q ? `%${query.q}%` : null
    let rows = await tx
      .selectFrom('person')
      .select(['id', 'login', 'name', 'position', 'active', 'version'])
      .orderBy('login')
      .execute()
    if (pattern) {
      const wanted = fold(query.q ?? '')
      rows = rows.filter((row) => fold(`${row.name} ${row.login} ${row.position}`).includes(wanted))
    }
    const grants = Map.groupBy(
      await listGrants(
        tx,
        request.register,
        rows.map((row) => row.id),
      ),
      (grant) => grant.personId,
    )
    const visible = rows.filter((row) => {
      const own = grants.get(row.id) ?? []
      if (query.unit && !own.some((grant) => grant.unit.id === query.unit)) return false
      // Somebody without a role is at no unit: seen by those who see people wherever they are.
      if (own.length === 0) return allows(request.actor, 'person.read')
      return own.some((grant) => seesPeopleOf(request, grant.unit.id))
    })
    const items = await Promise.all(
      visible
        .slice(query.offset, query.offset + query.limit)
        .map((row) => describePerson(row, grants.get(row.id) ?? [])),
    )
    return { items, total: visible.length }
  },
  async addPerson({ tx, body, newId, record }) {
    if (await tx.selectFrom('person').select('id').where('login', '=', body.login).executeTakeFirst())
      fail({ code: 'person/login_taken' })
    const id = newId()
    const password = newPassword()
    await tx
      .insertInto('person')
      .values({ id, login: body.login, name: body.name, position: body.position, active: true, version: 1 })
      .execute()
    await record({ command: 'person.add', kind: 'person', id, data: { login: body.login, name: body.name } })
    await asOwner(tx)
    await tx
      .updateTable('person')
      .set({ passwordHash: await hashPassword(password), mustChangePassword: true })
      .where('id', '=', id)
      .execute()
    return { id, password }
  },
  async changePerson(request) {
    const { tx, body, params, version, record } = request
    const person = await managedPerson(request, params.id)
    atVersion(person, version)
    await tx
      .updateTable('person')
      .set({
        name: body.name ?? person.name,
        position: body.position ?? person.position,
        active: body.active ?? person.active,
        version: person.version + 1,
      })
      .where('id', '=', params.id)
      .execute()
    await record({ command: 'person.change', kind: 'person', id: params.id, data: body })
    if (body.active === false) {
      await asOwner(tx)
      await endSessions(tx, params.id)
    }
    return readPerson(request, params.id)
  },
  async resetPassword(request) {
    const { tx, params, now, record } = request
    await managedPerson(request, params.id)
    const password = newPassword()
    await asOwner(tx)
    await setPassword(tx, params.id, password, true)
    await endSessions(tx, params.id)
    const tokens = await revokeTokens(tx, params.id, now)
    await record({ command: 'person.reset_password', kind: 'person', id: params.id })
    await record(...tokens.map((id) => ({ command: 'token.revoke', kind: 'token' as const, id })))
    return { password }
  },
  async grantRole(request) {
    const { tx, body, params, newId, record, register } = request
    const person = await managedPerson(request, params.id)
    entitle(request, 'person.manage', { units: { holding: register.path(body.unitId) } })
    const unit = register.tree.byId.get(body.unitId) ?? fail({ code: 'request/not_found', what: 'unit' })
    if (!canBeHeldAt(body.role, unit)) fail({ code: 'role/not_at_this_unit', role: body.role })
    if (body.to !== null && body.to < body.from) fail({ code: 'role/ends_before_it_starts' })
    const id = newId()
    await tx
      .insertInto('roleGrant')
      .values({ id, personId: params.id, role: body.role, unitId: body.unitId, fromOn: body.from, toOn: body.to })
      .execute()
    await tx
      .updateTable('person')
      .set({ version: person.version + 1 })
      .where('id', '=', params.id)
      .execute()
    await record({ command: 'person.grant_role', kind: 'person', id: params.id, data: { grantId: id, ...body } })
    return { id, role: body.role, unit: register.ref(body.unitId), from: body.from, to: body.to }
  },
  async endRole(request) {
    const { tx, body, params, record, register } = request
    const person = await managedPerson(request, params.id)
    const grant = found(
      await tx
        .selectFrom('roleGrant')
        .selectAll()
        .where('id', '=', params.grantId)
        .where('personId', '=', params.id)
        .executeTakeFirst(),
      'role',
    )
    entitle(request, 'person.manage', { units: { holding: register.path(grant.unitId as Id) } })
    if (body.on < grant.fromOn) fail({ code: 'role/ends_before_it_starts' })
    await tx.updateTable('roleGrant').set({ toOn: body.on }).where('id', '=', grant.id).execute()
    await tx
      .updateTable('person')
      .set({ version: person.version + 1 })
      .where('id', '=', params.id)
      .execute()
    await record({
      command: 'person.end_role',
      kind: 'person',
      id: params.id,
      data: { grantId: grant.id, on: body.on },
    })
    return {
      id: grant.id as Id,
      role: grant.role as never,
      unit: register.ref(grant.unitId as Id),
      from: grant.fromOn as PlainDate,
      to: body.on,
    }
  },
}

type PersonRequest = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'now'>

/** A person whom the caller may manage: one without roles, or with all roles at units in the caller's reach. */
async function managedPerson(request: PersonRequest, id: Id) {
  const columns = ['id', 'login', 'name', 'position', 'active', 'version'] as const
  const person = found(
    await request.tx.selectFrom('person').select(columns).where('id', '=', id).forNoKeyUpdate().executeTakeFirst(),
    'person',
  )
  for (const grant of await listGrants(request.tx, request.register, [id])) {
    entitle(request, 'person.manage', { units: { holding: request.register.path(grant.unit.id) } })
  }
  return person
}

function seesPeopleOf({ actor, register }: PersonRequest, unitId: Id): boolean {
  return allows(actor, 'person.read', { units: { holding: register.path(unitId) } })
}

async function readPerson(request: PersonRequest, id: Id) {
  const row = await request.tx
    .selectFrom('person')
    .select(['id', 'login', 'name', 'position', 'active', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  return describePerson(found(row, 'person'), await listGrants(request.tx, request.register, [id]))
}

async function describePerson(
  row: { id: string; login: string; name: string; position: string; active: boolean; version: number },
  roles: Awaited<ReturnType<typeof listGrants>>,
) {
  return { ...row, roles }
}
