import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type AppOptions, buildApp } from '#server/app.ts'
import { instantNow, newId } from '#server/clock.ts'
import type { Config } from '#server/config.ts'
import { migrate } from '#server/db/migrate.ts'
import { openStore } from '#server/db/open.ts'
import { loadCalendarOnce, loadDemo } from '#server/demo/load-demo.ts'
import { openFolderStore } from '#server/files/file-store.ts'
import type { System } from '#server/http/mount.ts'
import { NewsDesk } from '#server/http/news.ts'
import { relayNews } from '#server/home/relay-news.ts'
import { keepHouse } from '#server/keep-house.ts'
import { offerSetUp } from '#server/people/setup.ts'
import { findTools } from '#server/tools.ts'
import { ensureWeb } from '#server/web-build.ts'

export interface Started {
  app: FastifyInstance
  address: string
  /** The one-time token of an installation that has no people yet. */
  setUpToken: string | undefined
  stop: () => Promise<void>
}

/** For tests: an own clock, and as many requests as a journey needs. */
export interface StartOptions extends Pick<AppOptions, 'requestsPerMinute'> {
  clock?: System['clock']
}

/** Requests under way have so long to end when the server stops. */
const STOP_LIMIT_MS = 5_000

/** Opens the store, brings its schema up to date, loads what a new installation needs, and listens. */
export async function start(
  config: Config,
  onLost: (error: Error) => void,
  { clock = instantNow, requestsPerMinute }: StartOptions = {},
): Promise<Started> {
  await checkPort(config)
  const web = ensureWeb()
  // Awaited below, after the store is open; a failure before that must not end the process without its message.
  web.catch(() => {})
  const store = await openStore(
    config.databaseUrl === undefined ? { dataDir: config.dataDir } : { databaseUrl: config.databaseUrl },
    { onLost },
  )
  try {
    await migrate(store.pool)
    const tools = findTools()
    const files = await openFolderStore(join(config.dataDir, 'files'))
    const news = new NewsDesk()
    const system: System = { store, files, clock, newId, demo: config.demo, tools: await tools, news }
    if (config.demo) await loadDemo(system)
    else await loadCalendarOnce(store)
    const setUpToken = config.demo ? undefined : await offerSetUp(store)
    const app = await buildApp(system, {
      logger: { level: 'warn' },
      trustProxy: config.trustProxy,
      web: await web,
      ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
    })
    const address = await listen(app, config)
    const stopRelay = await relayNews(news, store, (error) => app.log.error(error))
    const stopHouse = keepHouse(system, (error) => app.log.error(error))
    const stop = async () => {
      const hurry = setTimeout(() => app.server.closeAllConnections(), STOP_LIMIT_MS)
      await app.close()
      clearTimeout(hurry)
      await stopHouse()
      stopRelay()
      await store.close()
    }
    return { app, address, setUpToken, stop }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Before the work of a first start: whoever has the port is told at once. */
async function checkPort({ host, port }: Config): Promise<void> {
  if (port === 0) return
  const probe = createServer()
  try {
    await once(probe.listen(port, host), 'listening')
  } catch (error) {
    throw cannotListen(error, { host, port })
  } finally {
    probe.close()
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    throw cannotListen(error, { host, port })
  }
}

function cannotListen(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): Error {
  const { code, message } = error as NodeJS.ErrnoException
  const reason =
    code === 'EADDRINUSE'
      ? 'another program listens there; PORT chooses another port'
      : code === 'EACCES'
        ? 'this account may not use the port; PORT chooses another one'
        : message
  return new Error(`cannot listen on HOST ${host}, PORT ${port}: ${reason}`, { cause: error })
}
