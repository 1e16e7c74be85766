import type {} from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { fold } from '#core/kernel/fold.ts'
import { peopleApi } from '#core/people/api.ts'
import { canBeHeldAt } from '#core/people/role.ts'
import type { Tx } from '#server/db/store.ts'
import { SESSION_COOKIE } from '#server/http/authenticate.ts'
import { entitle } from '#server/http/entitle.ts'
import { atVersion, type Handlers, mount, type Request, type System } from '#server/http/mount.ts'
import { fail, found, KeptRefusal } from '#server/http/refusal.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { describeMe, listGrants } from '#server/people/me.ts'
import { checkPassword, hashPassword, newKey, newPassword } from '#server/people/passwords.ts'
import { endSessions, openSession, plusHours } from '#server/people/sessions.ts'
import { setUp, welcome } from '#server/people/setup.ts'

/** After this many wrong passwords in a row the account rests, so that guessing online is hopeless. */
const MAX_FAILURES = 8
const LOCK_MINUTES = 15

const handlers: Handlers<typeof peopleApi> = {
  async signIn({ system, tx, now, today, register, body, http }) {
    const person = await tx
      .selectFrom('person')
      .selectAll()
      .where('login', '=', body.login)
      .where('active', '=', true)
      .forUpdate()
      .executeTakeFirst()
    if (person?.lockedUntil && person.lockedUntil > now)
      return new KeptRefusal({ code: 'person/locked', until: person.lockedUntil })
    if (!(await checkPassword(person?.passwordHash ?? null, body.password)) || !person) {
      if (person) await countFailure(tx, person, now)
      return new KeptRefusal({ code: 'person/sign_in_refused' })
    }
    await tx.updateTable('person').set({ failedSignIns: 0, lockedUntil: null }).where('id', '=', person.id).execute()
    await openSession({ tx, now, http }, person.id as Id)
    return describeMe(tx, register, person.id as Id, today, system.demo)
  },
  me: ({ system, tx, register, actor, today }) => describeMe(tx, register, actor.personId, today, system.demo),
  async signOut({ tx, actor, http }) {
    await asOwner(tx)
    if (actor.sessionHash) await tx.deleteFrom('session').where('keyHash', '=', actor.sessionHash).execute()
    http.reply.clearCookie(SESSION_COOKIE, { path: '/' })
    return { done: true }
  },
  welcome,
  setUp,
  async changePassword({ tx, actor, body, record }) {
    await asOwner(tx)
    const person = await tx
      .selectFrom('person')
      .select(['passwordHash'])
      .where('id', '=', actor.personId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (!(await checkPassword(person.passwordHash, body.current))) fail({ code: 'person/wrong_password' })
    if (body.next === body.current) fail({ code: 'person/same_password' })
    await setPassword(tx, actor.personId, body.next, false)
    await endSessions(tx, actor.personId, actor.sessionHash)
    await record({ command: 'person.change_password', kind: 'person', id: actor.personId })
    return { done: true }
  },
  async listTokens({ tx, now }) {
    const items = await tx
      .selectFrom('token')
      .select(['id', 'name', 'createdAt', 'expiresAt'])
      .where('revokedAt', 'is', null)
      .where('expiresAt', '>', now)
      .orderBy('createdAt')
      .execute()
    return {
      items: items.map((row) => ({ ...row, createdAt: row.createdAt as Instant, expiresAt: row.expiresAt as Instant })),
    }
  },
  async makeToken({ tx, actor, now, body, newId, record }) {
    const token = `tl_${newKey()}`
    const id = newId()
    const expiresAt = plusHours(now, body.days * 24)
    await tx
      .insertInto('token')
      .values({
        id,
        personId: actor.personId,
        name: body.name,
        keyHash: sha256(token),
        createdAt: now,
        expiresAt,
        version: 1,
      })
      .execute()
    await record({ command: 'token.make', kind: 'token', id, data: { name: body.name, expiresAt } })
    return { id, token, expiresAt }
  },
  async revokeToken({ tx, now, params, record }) {
    const row = await tx
      .updateTable('token')
      .set((eb) => ({ revokedAt: now, version: eb('version', '+', 1) }))
      .where('id', '=', params.id)
      .where('revokedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    await record({ command: 'token.revoke', kind: 'token', id: found(row, 'token').id })
    return { done: true }
  },
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
      return own.length === 0
        ? request.actor.roles.some((held) => held.role === 'administrator')
        : own.some((grant) => seesPeopleOf(request, grant.unit.id))
    })
    const items = await Promise.all(
      visible
        .slice(query.offset, query.offset + query.limit)
        .map((row) => describePerson(request, row, grants.get(row.id) ?? [])),
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
    const { tx, params, record } = request
    await managedPerson(request, params.id)
    const password = newPassword()
    await asOwner(tx)
    await setPassword(tx, params.id, password, true)
    await endSessions(tx, params.id)
    await record({ command: 'person.reset_password', kind: 'person', id: params.id })
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

export function mountPeople(app: FastifyInstance, system: System): void {
  mount(app, system, peopleApi, handlers)
}

/** Credentials are out of the application role's reach: after all checks, the rest of the transaction runs as the owner. */
async function asOwner(tx: Tx): Promise<void> {
  await sql`select set_config('role', 'none', true)`.execute(tx)
}

async function countFailure(tx: Tx, person: { id: string; failedSignIns: number }, now: Instant): Promise<void> {
  const failures = person.failedSignIns + 1
  const lockedUntil = failures >= MAX_FAILURES ? plusHours(now, LOCK_MINUTES / 60) : null
  await tx
    .updateTable('person')
    .set({ failedSignIns: lockedUntil ? 0 : failures, lockedUntil })
    .where('id', '=', person.id)
    .execute()
}

async function setPassword(tx: Tx, personId: Id, password: string, mustChangePassword: boolean): Promise<void> {
  const passwordHash = await hashPassword(password)
  await tx
    .updateTable('person')
    .set((eb) => ({
      passwordHash,
      mustChangePassword,
      failedSignIns: 0,
      lockedUntil: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', personId)
    .execute()
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
  const path = register.path(unitId)
  return actor.roles.some((held) => path.includes(held.unitId))
}

async function readPerson(request: PersonRequest, id: Id) {
  const row = await request.tx
    .selectFrom('person')
    .select(['id', 'login', 'name', 'position', 'active', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  return describePerson(request, found(row, 'person'), await listGrants(request.tx, request.register, [id]))
}

async function describePerson(
  _request: PersonRequest,
  row: { id: string; login: string; name: string; position: string; active: boolean; version: number },
  roles: Awaited<ReturnType<typeof listGrants>>,
) {
  return { ...row, locked: false, roles }
}
