import type { FastifyReply } from 'fastify'
import type { Failure } from '#core/kernel/result.ts'
import { Refusal } from '#server/http/refusal.ts'

/** HTTP status by code; the rest of a slice's codes are refusals by rule, 409. */
const STATUS: Readonly<Record<string, number>> = {
  'request/invalid': 400,
  'request/version_missing': 428,
  'request/not_found': 404,
  'request/no_such_endpoint': 404,
  'request/cross_site': 403,
  'request/too_many': 429,
  'request/too_large': 413,
  'request/idempotency_key_reused': 422,
  'version/stale': 412,
  'person/not_signed_in': 401,
  'person/sign_in_refused': 401,
  'person/locked': 423,
  'person/not_entitled': 403,
  'person/must_change_password': 403,
  'person/wrong_password': 403,
  'setup/refused': 403,
  'file/too_large': 413,
  'file/unknown_type': 415,
  'server/failed': 500,
  'server/busy': 503,
}

/** Codes whose slice says that the input itself is wrong rather than that a rule forbids it now. */
const BAD_INPUT = /^(file|import|proposal|units)\/|_missing$|_impossible$/

export function statusOf(failure: Failure): number {
  return STATUS[failure.code] ?? (BAD_INPUT.test(failure.code) ? 422 : 409)
}

/** Constraints that a race can hit before the rule in the program sees it. */
const CONSTRAINTS: Readonly<Record<string, Failure>> = {
  person_login_key: { code: 'person/login_taken' },
  idempotency_pkey: { code: 'request/idempotency_key_in_use' },
  journal_entry_version_key: { code: 'version/stale' },
  assignment_lead_once: { code: 'assignment/lead_twice' },
  assignment_not_own_work: { code: 'assignment/own_work' },
  assignment_not_own_approval: { code: 'assignment/own_draft' },
  fixed_phrase_once: { code: 'units/phrase_taken' },
}

export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof Refusal) return error.failure
  if (typeof error !== 'object' || error === null) return undefined
  const { constraint, code, statusCode } = error as { constraint?: string; code?: string; statusCode?: number }
  if (constraint !== undefined && CONSTRAINTS[constraint]) return CONSTRAINTS[constraint]
  if (code === '42501') return { code: 'person/not_entitled' }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'request/too_large' }
  if (
    code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' ||
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    code === 'FST_ERR_CTP_INVALID_JSON_BODY'
  ) {
    return { code: 'request/invalid', issues: [{ path: '', message: 'not JSON' }] }
  }
  // Others were quicker, or the question took too long.
  if (code === '40001' || code === '40P01' || code === '55P03' || code === '57014') return { code: 'server/busy' }
  if (statusCode === 429) return { code: 'request/too_many' }
  return undefined
}

/** RFC 9457. `code` is stable and what clients go by; `title` is only for people who read raw answers. */
export function sendProblem(reply: FastifyReply, failure: Failure): FastifyReply {
  const { code, ...facts } = failure
  const status = statusOf(failure)
  return reply
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:throughline:problem:${code}`,
        title: code.replace('/', ': ').replaceAll('_', ' '),
        status,
        code,
        ...facts,
      }),
    )
}
