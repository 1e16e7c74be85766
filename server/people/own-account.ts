import type {} from '@fastify/cookie'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import type { peopleApi } from '#core/people/api.ts'
import type { Tx } from '#server/db/store.ts'
import { SESSION_COOKIE } from '#server/http/authenticate.ts'
import type { Handlers } from '#server/http/mount.ts'
import { fail, found, KeptRefusal } from '#server/http/refusal.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { asOwner, setPassword } from '#server/people/credentials.ts'
import { describeMe } from '#server/people/me.ts'
import { checkPassword, newKey } from '#server/people/passwords.ts'
import { endSessions, openSession, plusHours, plusMinutes } from '#server/people/sessions.ts'

/** After this many wrong passwords in a row the account rests, so that guessing online is hopeless. */
const MAX_FAILURES = 8
const LOCK_MINUTES = 15

type OwnAccount = Pick<
  Handlers<typeof peopleApi>,
  'signIn' | 'me' | 'signOut' | 'changePassword' | 'listTokens' | 'makeToken' | 'revokeToken'
>

/** What everybody does with their own account. */
export const ownAccount: OwnAccount = {
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
  async changePassword({ tx, actor, now, body, record }) {
    await asOwner(tx)
    const person = await tx
      .selectFrom('person')
      .select(['id', 'passwordHash', 'failedSignIns', 'lockedUntil'])
      .where('id', '=', actor.personId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    // Guessed here as at the door, by whoever found a session open.
    if (person.lockedUntil && person.lockedUntil > now)
      return new KeptRefusal({ code: 'person/locked', until: person.lockedUntil })
    if (!(await checkPassword(person.passwordHash, body.current))) {
      await countFailure(tx, person, now)
      return new KeptRefusal({ code: 'person/wrong_password' })
    }
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
}

async function countFailure(tx: Tx, person: { id: string; failedSignIns: number }, now: Instant): Promise<void> {
  const failures = person.failedSignIns + 1
  const lockedUntil = failures >= MAX_FAILURES ? plusMinutes(now, LOCK_MINUTES) : null
  await tx
    .updateTable('person')
    .set({ failedSignIns: lockedUntil ? 0 : failures, lockedUntil })
    .where('id', '=', person.id)
    .execute()
}
