import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '#server/app.ts'
import { instantNow, newId } from '#server/clock.ts'
import type { Config } from '#server/config.ts'
import { migrate } from '#server/db/migrate.ts'
import { openStore } from '#server/db/open.ts'
import { loadCalendarOnce, loadDemo } from '#server/demo/load-demo.ts'
import { openFolderStore } from '#server/files/file-store.ts'
import type { System } from '#server/http/mount.ts'
import { keepHouse } from '#server/keep-house.ts'
import { offerSetUp } from '#server/people/setup.ts'
import { ensureWeb } from '#server/web-build.ts'

export interface Started {
  app: FastifyInstance
  address: string
  /** The one-time token of an installation that has no people yet. */
  setUpToken: string | undefined
  stop: () => Promise<void>
}

/** Requests under way have so long to end when the server stops. */
const STOP_LIMIT_MS = 5_000

/** Opens the store, brings its schema up to date, loads what a new installation needs, and listens. */
export async function start(config: Config, onLost: (error: Error) => void): Promise<Started> {
  const web = ensureWeb()
  // Awaited below, after the store is open; a failure before that must not end the process without its message.
  web.catch(() => {})
  const store = await openStore(
    config.databaseUrl === undefined ? { dataDir: config.dataDir } : { databaseUrl: config.databaseUrl },
    { onLost },
  )
  try {
    await migrate(store.pool)
    const files = await openFolderStore(join(config.dataDir, 'files'))
    const system: System = { store, files, clock: instantNow, newId, demo: config.demo }
    if (config.demo) await loadDemo(system)
    else await loadCalendarOnce(store)
    const setUpToken = config.demo ? undefined : await offerSetUp(store)
    const app = await buildApp(system, { logger: { level: 'warn' }, trustProxy: config.trustProxy, web: await web })
    const address = await listen(app, config)
    const stopHouse = keepHouse(system, (error) => app.log.error(error))
    const stop = async () => {
      const hurry = setTimeout(() => app.server.closeAllConnections(), STOP_LIMIT_MS)
      await app.close()
      clearTimeout(hurry)
      await stopHouse()
      await store.close()
    }
    return { app, address, setUpToken, stop }
  } catch (error) {
    await store.close()
    throw error
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new Error(`port ${port} on ${host} is taken by another program; PORT chooses another one`, { cause: error })
    if (code === 'EACCES')
      throw new Error(`port ${port} may not be used by this account; PORT chooses another one`, { cause: error })
    throw new Error(`cannot listen on HOST ${host}, PORT ${port}: ${message}`, { cause: error })
  }
}
