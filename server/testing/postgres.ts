import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server that lives as long as a test run, in a folder of its own, reached by a Unix socket only. */
export interface ThrowAwayServer {
  databaseUrl: string
  version: string
  stop(): Promise<void>
}

const INSTALLED_IN = '/usr/lib/postgresql'
const OLDEST_VERSION = 15
const START_LIMIT_MS = 30_000

/** The newest installed server programs (Debian's layout), or undefined when there are none of version 15 or later. */
export function findServerPrograms(): string | undefined {
  if (!existsSync(INSTALLED_IN)) return undefined
  const version = readdirSync(INSTALLED_IN)
    .map(Number)
    .filter((number) => number >= OLDEST_VERSION && existsSync(join(INSTALLED_IN, String(number), 'bin', 'initdb')))
    .toSorted((a, b) => b - a)[0]
  return version === undefined ? undefined : join(INSTALLED_IN, String(version), 'bin')
}

export async function startThrowAwayServer(programs: string): Promise<ThrowAwayServer> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pg-'))
  const owner = serverOwner()
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid)
  const options = { ...owner, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } }
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync', '--no-instructions']
  execFileSync(join(programs, 'initdb'), initdb, { ...options, stdio: 'pipe' })
  // Durability is of no use here; a killed test run leaves a folder in the temporary directory.
  const settings = ['listen_addresses=', 'fsync=off', 'full_page_writes=off', 'max_connections=50']
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  )
  const databaseUrl = `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}`
  try {
    const version = await awaitAnswer(databaseUrl, server)
    return { databaseUrl, version, stop: () => stop(server, folder) }
  } catch (error) {
    await stop(server, folder)
    throw error
  }
}

/** Work on the server that `TEST_DATABASE_URL` names, or else on a throw-away one. */
export async function withServer<T>(work: (serverUrl: string) => Promise<T>): Promise<T> {
  const url = process.env['TEST_DATABASE_URL']
  if (url !== undefined) return work(url)
  const programs = findServerPrograms()
  if (programs === undefined) throw new Error('no PostgreSQL server is installed, and TEST_DATABASE_URL names none')
  const server = await startThrowAwayServer(programs)
  try {
    return await work(server.databaseUrl)
  } finally {
    await server.stop()
  }
}

/** The address of another database of the same server. */
export function databaseOn(serverUrl: string, name: string): string {
  return serverUrl.replace(/^(\w+:\/\/[^/?]*)(\/[^?]*)?/, `$1/${name}`)
}

/** PostgreSQL refuses to run as root; the distribution's package has made a user for it. */
function serverOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

async function awaitAnswer(databaseUrl: string, server: ChildProcess): Promise<string> {
  const giveUpAt = Date.now() + START_LIMIT_MS
  for (;;) {
    const client = new pg.Client({ connectionString: databaseUrl })
    try {
      await client.connect()
      const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
      return rows[0]?.version ?? ''
    } catch (error) {
      if (server.exitCode !== null || Date.now() > giveUpAt) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => {})
    }
  }
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = once(server, 'exit')
    server.kill('SIGQUIT')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
}
