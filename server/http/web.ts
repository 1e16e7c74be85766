import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendProblem } from '#server/http/problem.ts'

/** Serves the built pages. Every address that is no file and no endpoint is one of the web's own. */
export async function mountWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    // web-build.ts lays .br and .gz beside every file.
    preCompressed: true,
    setHeaders: (response, path) => {
      // Names of assets carry the hash of their content.
      const immutable = path.startsWith(join(folder, 'assets'))
      response.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/*', (request, reply) =>
    request.url.startsWith('/api/') || request.url.startsWith('/assets/')
      ? sendProblem(reply, { code: 'request/no_such_endpoint', path: request.url })
      : reply.sendFile('index.html'),
  )
}
