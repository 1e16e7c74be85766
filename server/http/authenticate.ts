import type {} from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import type { Actor } from '#core/people/may.ts'
import { Role } from '#core/people/role.ts'
import type { Store } from '#server/db/store.ts'
import { fail } from '#server/http/refusal.ts'
import { sha256 } from '#server/journal/entry-hash.ts'

export const SESSION_COOKIE = 'throughline_session'

export interface SignedIn extends Actor {
  mustChangePassword: boolean
  /** sha256 of the session's key; null where a bearer token was shown. */
  sessionHash: string | null
}

interface Found {
  personId: Id
  mustChangePassword: boolean
  seenAt: Instant | null
  roles: { role: Role; unitId: Id }[]
}

/** A session that nobody used this long is over, in minutes; the clock of use is written at most once a minute. */
export const IDLE_MINUTES = 8 * 60

/** Who makes the request, by cookie or bearer token, with the roles of today; null where neither is shown. */
export async function authenticate(
  store: Store,
  request: FastifyRequest,
  now: Instant,
  today: PlainDate,
): Promise<SignedIn | null> {
  const bearer = bearerOf(request)
  if (bearer !== undefined) {
    const found = await findHolder(store, sha256(bearer), 'token', now, today)
    return found ? { ...found, sessionHash: null } : fail({ code: 'person/not_signed_in' })
  }
  const cookie = request.cookies[SESSION_COOKIE]
  if (!cookie) return null
  const sessionHash = sha256(cookie)
  const found = await findHolder(store, sessionHash, 'session', now, today)
  if (!found) return null
  if (
    found.seenAt !== null &&
    Temporal.Instant.from(found.seenAt).until(Temporal.Instant.from(now)).total('minutes') >= 1
  ) {
    await store.db.updateTable('session').set({ seenAt: now }).where('keyHash', '=', sessionHash).execute()
  }
  return { ...found, sessionHash }
}

/** Who holds the session or token of an open stream, if anybody still does. Listening is no use of it: it ends as if nobody were there. */
export async function stillSignedIn(
  store: Store,
  request: FastifyRequest,
  now: Instant,
  today: PlainDate,
): Promise<Actor | null> {
  const keyHash = keyHashOf(request)
  if (keyHash === undefined) return null
  const found = await findHolder(store, keyHash, bearerOf(request) === undefined ? 'session' : 'token', now, today)
  return found && !found.mustChangePassword ? found : null
}

/** The digest of the token or session key that a request shows, whether or not it is anybody's. */
export function keyHashOf(request: FastifyRequest): string | undefined {
  const key = bearerOf(request) ?? request.cookies[SESSION_COOKIE]
  return key ? sha256(key) : undefined
}

async function findHolder(
  store: Store,
  keyHash: string,
  table: 'session' | 'token',
  now: Instant,
  today: PlainDate,
): Promise<Found | undefined> {
  const alive =
    table === 'session'
      ? sql`k.expires_at > ${now}::timestamptz and k.seen_at > ${now}::timestamptz - make_interval(mins => ${IDLE_MINUTES})`
      : sql`k.expires_at > ${now}::timestamptz and k.revoked_at is null`
  const { rows } = await sql<Found>`
    select p.id as "personId", p.must_change_password as "mustChangePassword", ${table === 'session' ? sql`k.seen_at` : sql`null`} as "seenAt",
      coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id) order by g.id) from role_grant g
        where g.person_id = p.id and g.from_on <= ${today}::date and (g.to_on is null or g.to_on >= ${today}::date)), '[]') as roles
    from ${sql.table(table)} k join person p on p.id = k.person_id
    where k.key_hash = ${keyHash} and p.active and ${alive}`.execute(store.db)
  const row = rows[0]
  return row && { ...row, roles: row.roles.map(({ role, unitId }) => ({ role: Role.parse(role), unitId })) }
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
}

/**
 * A browser says where a request comes from; a changing request with a cookie is taken only from our own pages. Programs that are no
 * browser send neither header, and carry no cookie that a foreign page could ride on. Another `Authorization` than a token excuses nobody: browsers
 * send the name and password of an address by themselves.
 */
export function guardCrossSite(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || bearerOf(request)) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') fail({ code: 'request/cross_site' })
  const origin = request.headers.origin
  if (origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== request.headers.host)
    fail({ code: 'request/cross_site' })
  if (origin === 'null') fail({ code: 'request/cross_site' })
}
