import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AnyEndpoint, BodyOf, ParamsOf, QueryOf, ResponseOf } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import { dayOf, type Instant, type PlainDate } from '#core/kernel/plain-date.ts'
import { allows, allowsSomewhere, type Deed } from '#core/people/may.ts'
import type { Store, Tx } from '#server/db/store.ts'
import type { FileStore } from '#server/files/file-store.ts'
import { authenticate, guardCrossSite, keyHashOf, type SignedIn } from '#server/http/authenticate.ts'
import { answerAgain, keepAnswer } from '#server/http/idempotency.ts'
import type { KnownCallers } from '#server/http/known-callers.ts'
import type { NewsDesk } from '#server/http/news.ts'
import { fail, KeptRefusal } from '#server/http/refusal.ts'
import { readInput } from '#server/http/input.ts'
import { subjectOf } from '#server/http/subject.ts'
import { inTransaction } from '#server/http/transaction.ts'
import { type Act, record } from '#server/journal/append.ts'
import type { Tools } from '#server/tools.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

/** What the system is made of; built once by main.ts and by the tests, and passed on as an argument. */
export interface System {
  store: Store
  files: FileStore
  clock: () => Instant
  newId: () => Id
  demo: boolean
  tools: Tools
  /** Told of every committed command; made by `buildApp` where there is none. */
  news?: NewsDesk | undefined
  /** By whom calls are counted; made by `buildApp` where there is none. */
  callers?: KnownCallers | undefined
  /** The register as last read; replaced when its version or the day has changed. */
  register?: UnitRegister | undefined
}

/** What a handler works with. There is no other way to the database than `tx`. */
export interface Request<E> {
  system: System
  tx: Tx
  actor: SignedIn
  now: Instant
  today: PlainDate
  register: UnitRegister
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  /** Version that the caller had read; checked against what is stored by `atVersion`. */
  version: number
  newId: () => Id
  record: (...acts: Act[]) => Promise<void>
  /** Done once the transaction has committed, before the answer: what no rollback takes back. A failure of it is logged. */
  afterwards: (work: () => Promise<unknown>) => void
  http: { request: FastifyRequest; reply: FastifyReply }
}

/** What a handler of a `download` answers with. It is sent when the transaction is over: a slow reader must not hold it open. */
export interface Download {
  headers: Record<string, string | number>
  open: () => Promise<Readable>
}

export type Handler<E> = (request: Request<E>) => Promise<ResponseOf<E> | KeptRefusal>
export type Handlers<Api> = { [K in keyof Api]: Handler<Api[K]> | SlowHandler<Api[K]> }

/** A handler with slow work on files in it, which no transaction waits for. Made by `slowly`. */
interface SlowHandler<E> {
  look: (request: Request<E>) => Promise<unknown>
  work: (seen: unknown, system: System) => Promise<unknown>
  answer: (request: Request<E>, made: unknown) => Promise<ResponseOf<E> | KeptRefusal>
}

/**
 * Reads what the work needs (in a transaction of its own, which may only read), does it with no transaction open, and answers in a second
 * one. The caller's right is judged in both: it may end in between.
 */
export function slowly<E, Seen, Made>(
  look: (request: Request<E>) => Promise<Seen>,
  work: (seen: Seen, system: System) => Promise<Made>,
  answer: (request: Request<E>, made: Made) => Promise<ResponseOf<E> | KeptRefusal>,
): SlowHandler<E> {
  return { look, work, answer } as unknown as SlowHandler<E>
}

const LARGE_BODY_BYTES = 16 * 1024 * 1024

/** Mounts a slice: each endpoint of the contract has its handler, or it does not compile. */
export function mount<Api extends Record<string, AnyEndpoint>>(
  app: FastifyInstance,
  system: System,
  api: Api,
  handlers: NoInfer<Handlers<Api>>,
): void {
  for (const [name, endpoint] of Object.entries(api)) {
    const handler = handlers[name as keyof Api] as unknown as Handler<AnyEndpoint> | SlowHandler<AnyEndpoint>
    app.route({
      method: endpoint.method,
      url: `/api/v1${endpoint.path}`,
      // It would do all the work of the GET, and open a stream that nobody reads.
      exposeHeadRoute: false,
      ...(endpoint.largeBody ? { bodyLimit: LARGE_BODY_BYTES } : {}),
      handler: (request, reply) => serve(system, endpoint, handler, request, reply),
    })
  }
}

const NOBODY: SignedIn = {
  personId: '00000000-0000-0000-0000-000000000000' as Id,
  roles: [],
  mustChangePassword: false,
  sessionHash: null,
}

async function serve(
  system: System,
  endpoint: AnyEndpoint,
  handler: Handler<AnyEndpoint> | SlowHandler<AnyEndpoint>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const first = await whoCalls(system, endpoint, request)
  if (endpoint.may === 'anyone') guardCrossSite(request)
  const version = endpoint.ifMatch ? ifMatch(request) : 0
  const input = {
    version,
    ...readInput(endpoint, { params: request.params, query: request.query, body: request.body }),
  } as { params: undefined; query: undefined; body: undefined; version: number }
  const entered = async <T>(
    { actor, now, today }: Caller,
    readOnly: boolean,
    body: (request: Request<AnyEndpoint>) => Promise<T>,
  ): Promise<T> => {
    // Sign-in and set-up run before anybody is known, as the owner, on the few tables that hold credentials.
    const scoped = endpoint.may === 'anyone' ? null : actor
    const done: Act[] = []
    const later: (() => Promise<unknown>)[] = []
    const answer = await inTransaction(system, { actor: scoped, today, readOnly }, async (tx, register) => {
      if (endpoint.on) {
        const subject = await subjectOf(tx, register, endpoint.on, (input.params as unknown as { id: Id }).id)
        if (!deedsOf(endpoint).some((deed) => allows(actor, deed, subject)))
          fail({ code: 'person/not_entitled', deed: endpoint.may })
      }
      const by = { tx, actorId: endpoint.may === 'anyone' ? null : actor.personId, now, newId: system.newId }
      const known = { system, tx, actor, now, today, register, newId: system.newId, http: { request, reply } }
      const recorded = (...acts: Act[]) => {
        done.push(...acts)
        return record(by, acts)
      }
      return body({ ...known, ...input, record: recorded, afterwards: (work) => void later.push(work) })
    })
    system.news?.tell(done)
    // What was committed is answered, whatever comes of the rest.
    for (const one of await Promise.allSettled(later.map((work) => work())))
      if (one.status === 'rejected') request.log.error(one.reason)
    return answer
  }
  const again = async ({ tx, actor }: Request<AnyEndpoint>) =>
    endpoint.creates ? answerAgain(tx, actor, request) : undefined
  const afterWork = async (slow: SlowHandler<AnyEndpoint>) => {
    // A call that was answered before is answered again without its work.
    const seen = await entered(first, true, async (inside) => {
      const before = await again(inside)
      return before ?? { looked: await slow.look(inside) }
    })
    if ('response' in seen) return seen
    const made = await slow.work(seen.looked, system)
    const act: Handler<AnyEndpoint> = (inside) => slow.answer(inside, made)
    return { caller: await whoCalls(system, endpoint, request), act }
  }
  const ready = typeof handler === 'function' ? { caller: first, act: handler } : await afterWork(handler)
  const answer = await ('response' in ready
    ? ready.response
    : entered(ready.caller, endpoint.method === 'GET', async (inside) => {
        const before = await again(inside)
        if (before) return before.response
        const raw = await ready.act(inside)
        if (endpoint.bytes === 'download' || raw instanceof KeptRefusal) return raw
        // Only what the contract declares leaves; an undeclared column is cut off here.
        const response: unknown = endpoint.response.parse(raw)
        if (endpoint.creates) await keepAnswer(inside.tx, inside.actor, request, response, inside.now)
        return response
      }))
  if (answer instanceof KeptRefusal) return fail(answer.failure)
  if (endpoint.bytes === 'download') {
    const { headers, open } = answer as Download
    return reply.headers(headers).send(await open())
  }
  const current = (answer as { version?: unknown } | undefined)?.version
  if (typeof current === 'number') reply.header('etag', `"${current}"`)
  return reply.header('cache-control', 'no-store').send(answer)
}

interface Caller {
  actor: SignedIn
  now: Instant
  today: PlainDate
}

/** Asked before each transaction: a session, a token or a role may end while slow work is done. */
async function whoCalls(system: System, endpoint: AnyEndpoint, request: FastifyRequest): Promise<Caller> {
  const now = system.clock()
  const today = dayOf(now)
  const actor = endpoint.may === 'anyone' ? NOBODY : await admit(system, endpoint, request, now, today)
  return { actor, now, today }
}

async function admit(
  system: System,
  endpoint: AnyEndpoint,
  request: FastifyRequest,
  now: Instant,
  today: PlainDate,
): Promise<SignedIn> {
  let actor: SignedIn | null = null
  try {
    actor = await authenticate(system.store, request, now, today)
  } finally {
    const shown = keyHashOf(request)
    if (shown !== undefined) system.callers?.note(shown, actor?.personId)
  }
  if (!actor) return fail({ code: 'person/not_signed_in' })
  guardCrossSite(request)
  if (actor.mustChangePassword && !endpoint.path.startsWith('/session')) fail({ code: 'person/must_change_password' })
  if (endpoint.may !== 'signed-in' && !deedsOf(endpoint).some((deed) => allowsSomewhere(actor, deed))) {
    fail({ code: 'person/not_entitled', deed: endpoint.may })
  }
  return actor
}

function deedsOf(endpoint: AnyEndpoint): Deed[] {
  return (endpoint.orMay === undefined ? [endpoint.may] : [endpoint.may, endpoint.orMay]) as Deed[]
}

function ifMatch(request: FastifyRequest): number {
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')?.[1]
  return version === undefined ? fail({ code: 'request/version_missing' }) : Number(version)
}

/** Two people may have it open: whoever saves second is told, and loses nothing of the first. */
export function atVersion<T extends { version: number }>(row: T, version: number): T {
  return row.version === version ? row : fail({ code: 'version/stale', version: row.version })
}
