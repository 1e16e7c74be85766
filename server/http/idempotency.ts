import type { FastifyRequest } from 'fastify'
import type { Instant } from '#core/kernel/plain-date.ts'
import type { Tx } from '#server/db/store.ts'
import type { SignedIn } from '#server/http/authenticate.ts'
import { fail } from '#server/http/refusal.ts'
import { canonical, sha256 } from '#server/journal/entry-hash.ts'

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && key.length > 0 && key.length <= 200 ? key : undefined
}

function hashOf(request: FastifyRequest): string {
  return sha256(canonical([request.method, request.url, request.body ?? null]))
}

/** The answer that this key got before: the same call made twice makes nothing twice. */
export async function answerAgain(
  tx: Tx,
  actor: SignedIn,
  request: FastifyRequest,
): Promise<{ response: unknown } | undefined> {
  const key = keyOf(request)
  if (key === undefined) return undefined
  const row = await tx
    .selectFrom('idempotency')
    .select(['requestHash', 'response'])
    .where('personId', '=', actor.personId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.requestHash !== hashOf(request)) fail({ code: 'request/idempotency_key_reused' })
  return { response: row.response }
}

export async function keepAnswer(
  tx: Tx,
  actor: SignedIn,
  request: FastifyRequest,
  response: unknown,
  now: Instant,
): Promise<void> {
  const key = keyOf(request)
  if (key === undefined) return
  await tx
    .insertInto('idempotency')
    .values({
      personId: actor.personId,
      key,
      requestHash: hashOf(request),
      status: 200,
      response: JSON.stringify(response),
      createdAt: now,
    })
    .execute()
}
