import type {} from '@fastify/cookie'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import type { Tx } from '#server/db/store.ts'
import { SESSION_COOKIE } from '#server/http/authenticate.ts'
import type { Request } from '#server/http/mount.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { newKey } from '#server/people/passwords.ts'

/** A session ends at the latest after this many hours, however much it is used. */
const SESSION_HOURS = 14 * 24

export async function openSession(
  { tx, now, http }: Pick<Request<unknown>, 'tx' | 'now' | 'http'>,
  personId: Id,
): Promise<void> {
  const key = newKey()
  const expiresAt = plusHours(now, SESSION_HOURS)
  await tx.deleteFrom('session').where('expiresAt', '<', now).execute()
  await tx
    .insertInto('session')
    .values({ keyHash: sha256(key), personId, createdAt: now, seenAt: now, expiresAt })
    .execute()
  http.reply.setCookie(SESSION_COOKIE, key, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: http.request.protocol === 'https',
    maxAge: SESSION_HOURS * 3600,
  })
}

/** Ends the sessions of a person, all or all but one. Runs as the owner. */
export async function endSessions(tx: Tx, personId: Id, exceptHash?: string | null): Promise<void> {
  let query = tx.deleteFrom('session').where('personId', '=', personId)
  if (exceptHash) query = query.where('keyHash', '!=', exceptHash)
  await query.execute()
}

export function plusHours(instant: Instant, hours: number): Instant {
  return plusMinutes(instant, hours * 60)
}

/** Whole minutes: `Temporal` takes no fractions. */
export function plusMinutes(instant: Instant, minutes: number): Instant {
  return Temporal.Instant.from(instant).add({ minutes }).toString({ smallestUnit: 'millisecond' }) as Instant
}

/** Ends the bearer tokens of a person whose password may have been known to another; returns which. Runs as the owner. */
export async function revokeTokens(tx: Tx, personId: Id, now: Instant): Promise<string[]> {
  const rows = await tx
    .updateTable('token')
    .set((eb) => ({ revokedAt: now, version: eb('version', '+', 1) }))
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}
