import type { z, ZodType } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a request is about, when the right to make it depends on a stored thing. */
export type SubjectKind = 'assignment' | 'task' | 'directive' | 'proposal'

/**
 * One call of the API as a value: the server mounts it, the web calls it, the OpenAPI document lists it, the tests of authority walk it.
 *
 * `may` names the deed that the caller must be entitled to (core/people/may.ts), or `anyone` (no session), or `signed-in`.
 * `on` names the kind of the stored thing in `:id`; the entitlement is then judged by the caller's relation to it.
 */
export interface Endpoint<P extends ZodType, Q extends ZodType, B extends ZodType, R extends ZodType> {
  method: Method
  path: string
  summary: string
  may: string
  /** A second deed that lets in as well: what the office does for an external lead. */
  orMay?: string
  on?: SubjectKind
  params?: P
  query?: Q
  body?: B
  response: R
  /** The call makes something new, or its answer holds what is nowhere else: it takes an `Idempotency-Key`, and made twice it is done once. */
  creates?: true
  /** The call changes something that two people may have open: it demands `If-Match` with the version that was read. */
  ifMatch?: true
  /** The body carries a whole document: up to 5 million letters, three bytes each. */
  largeBody?: true
  /** Bytes instead of JSON: `upload` takes one as its body, `download` answers with one. */
  bytes?: 'upload' | 'download'
}

// The variance of the four schemas does not matter to a list of endpoints.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyEndpoint = Endpoint<any, any, any, any>

export function endpoint<
  R extends ZodType,
  P extends ZodType = ZodType<undefined>,
  Q extends ZodType = ZodType<undefined>,
  B extends ZodType = ZodType<undefined>,
>(value: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return value
}

export type ParamsOf<E> = E extends { params?: infer P extends ZodType } ? z.output<P> : undefined
export type QueryOf<E> = E extends { query?: infer Q extends ZodType } ? z.output<Q> : undefined
export type BodyOf<E> = E extends { body?: infer B extends ZodType } ? z.output<B> : undefined
export type ResponseOf<E> = E extends { response: infer R extends ZodType } ? z.input<R> : never
export type AnswerOf<E> = E extends { response: infer R extends ZodType } ? z.output<R> : never
