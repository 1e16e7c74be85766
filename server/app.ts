import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify'
import { MAX_FILE_BYTES } from '#core/files/api.ts'
import { mountDirectives } from '#server/directives/routes.ts'
import { mountFiles } from '#server/files/routes.ts'
import { mountHome } from '#server/home/routes.ts'
import { keyHashOf } from '#server/http/authenticate.ts'
import { NewsDesk } from '#server/http/news.ts'
import { KnownCallers } from '#server/http/known-callers.ts'
import type { System } from '#server/http/mount.ts'
import { openApi } from '#server/http/openapi.ts'
import { failureOf, sendProblem } from '#server/http/problem.ts'
import { mountWeb } from '#server/http/web.ts'
import { mountImports } from '#server/imports/routes.ts'
import { mountJournal } from '#server/journal/routes.ts'
import { mountPeople } from '#server/people/routes.ts'
import { mountPreviews } from '#server/previews/routes.ts'
import { mountSearch } from '#server/search/routes.ts'
import { mountSettings } from '#server/settings/routes.ts'
import { mountDiscussion } from '#server/tasks/discussion-routes.ts'
import { mountTasks } from '#server/tasks/routes.ts'
import { mountDictionary } from '#server/units/dictionary-routes.ts'
import { mountUnits } from '#server/units/routes.ts'
import { mountViews } from '#server/views/routes.ts'

export interface AppOptions {
  logger: FastifyServerOptions['logger']
  trustProxy?: boolean
  /** Folder of the built web; absent in tests of the API alone. */
  web?: string
  /** Requests a minute of one person, and of all who are not signed in at one address; sign-ins from an address have a twentieth of it. */
  requestsPerMinute?: number
}

/** The server as a value: nothing listens yet, and everything it needs came in as an argument. */
export async function buildApp(system: System, options: AppOptions): Promise<FastifyInstance> {
  system.news ??= new NewsDesk()
  const callers = (system.callers ??= new KnownCallers())
  const app = fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustProxy ?? false,
    genReqId: () => crypto.randomUUID(),
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  })
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES + 1 },
    (_request, body, done) => done(null, body),
  )
  app.setErrorHandler((error, request, reply) => {
    const failure = failureOf(error)
    if (failure) return sendProblem(reply, failure)
    request.log.error(error)
    // A bug: the log has it under the request's id, the client gets nothing but that id.
    return sendProblem(reply, { code: 'server/failed', request: request.id })
  })
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  })
  const perMinute = options.requestsPerMinute ?? 1200
  // Before the plugin, which looks at each route when it is added.
  const signIns = { max: Math.ceil(perMinute / 20), timeWindow: '1 minute', keyGenerator: byAddress }
  app.addHook('onRoute', (route) => {
    if (route.method === 'POST' && route.url === '/api/v1/session')
      route.config = { ...route.config, rateLimit: signIns }
  })
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: '1 minute',
    cache: 50_000,
    // A whole office may stand behind one address.
    keyGenerator: (request) => callers.personOf(keyHashOf(request) ?? '') ?? request.ip,
  })
  app.get('/healthz', async (_request, reply) => {
    await system.store.pool.query('select 1')
    return reply.header('cache-control', 'no-store').send({ status: 'ok', store: system.store.kind })
  })
  app.get('/api/openapi.json', () => openApi())
  mountPeople(app, system)
  mountUnits(app, system)
  mountDictionary(app, system)
  mountFiles(app, system)
  mountDirectives(app, system)
  mountTasks(app, system)
  mountDiscussion(app, system)
  mountImports(app, system)
  mountPreviews(app, system)
  mountViews(app, system)
  mountSearch(app, system)
  mountSettings(app, system)
  mountHome(app, system)
  mountJournal(app, system)
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, { code: 'request/no_such_endpoint', path: request.url }),
  )
  if (options.web !== undefined) await mountWeb(app, options.web)
  return app
}

/** Whoever is signed in already guesses no quicker. */
function byAddress({ ip }: FastifyRequest): string {
  return ip
}
