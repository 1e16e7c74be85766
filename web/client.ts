import type { z, ZodType } from 'zod'
import type { AnswerOf, AnyEndpoint } from '#core/kernel/endpoint.ts'

type InputOf<S> = S extends ZodType ? z.input<S> : undefined
type Part<Name extends string, S> =
  undefined extends InputOf<S> ? { [K in Name]?: undefined } : { [K in Name]: InputOf<S> }

/** What a call needs, on its way to the wire: what the endpoint's schemas take, before their defaults. */
export type CallOf<E> = E extends { params?: infer P; query?: infer Q; body?: infer B }
  ? Part<'params', Exclude<P, undefined>> &
      Part<'query', Exclude<Q, undefined>> &
      Part<'body', Exclude<B, undefined>> & {
        /** The version that was read; demanded where the endpoint has `ifMatch`. */
        version?: number
        /** One key per intention: a repeated press makes nothing twice. A fresh one by default. */
        idempotencyKey?: string
        /** The bytes of an upload. */
        bytes?: Blob
        signal?: AbortSignal | undefined
      }
  : never

/** A refusal of the server, or of the way to it, as data; the sentence comes from `i18n/vi/problems.json`. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly facts: Readonly<Record<string, unknown>>

  constructor(code: string, status: number, facts: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.facts = facts
  }
}

export async function call<E extends AnyEndpoint>(endpoint: E, input: CallOf<E>): Promise<AnswerOf<E>> {
  const { params, query, body, version, idempotencyKey, bytes, signal } = input as unknown as LooseCall
  const headers = new Headers({ accept: 'application/json' })
  if (endpoint.ifMatch) {
    if (version === undefined)
      throw new TypeError(`${endpoint.method} ${endpoint.path} needs the version that was read`)
    headers.set('if-match', `"${version}"`)
  }
  if (endpoint.creates) headers.set('idempotency-key', idempotencyKey ?? newKey())
  let payload: BodyInit | null = null
  if (endpoint.bytes === 'upload') {
    headers.set('content-type', 'application/octet-stream')
    payload = bytes ?? null
  } else if (body !== undefined) {
    headers.set('content-type', 'application/json')
    payload = JSON.stringify(body)
  }
  const response = await reach(addressOf(endpoint, params, query), {
    method: endpoint.method,
    headers,
    body: payload,
    signal: signal ?? null,
  })
  if (!response.ok) throw await problemOf(response)
  const answer = endpoint.response.safeParse(await response.json())
  if (!answer.success) throw new Problem('answer/unexpected', response.status, { path: endpoint.path })
  return answer.data as AnswerOf<E>
}

/** Where the bytes of a `download` are found; the browser fetches them itself. */
export function addressOf(
  endpoint: AnyEndpoint,
  params: Record<string, string> = {},
  query: Record<string, unknown> = {},
): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      search.set(name, `${value}`)
  }
  const tail = search.toString()
  return `/api/v1${path}${tail === '' ? '' : `?${tail}`}`
}

/** `crypto.randomUUID` exists only over HTTPS, and many offices start on plain HTTP inside their own network. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

interface LooseCall {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  version?: number
  idempotencyKey?: string
  bytes?: Blob
  signal?: AbortSignal
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem('network/unreachable', 0)
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const facts: unknown = await response.json().catch(() => null)
  if (typeof facts !== 'object' || facts === null) return new Problem('server/failed', response.status)
  const code = 'code' in facts && typeof facts.code === 'string' ? facts.code : 'server/failed'
  return new Problem(code, response.status, { ...facts })
}
