import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { openStore } from '#server/db/open.ts'
import { openFolderStore } from '#server/files/file-store.ts'
import { nothingAcknowledged } from '#server/testing/acknowledged.ts'
import { officeClient } from '#server/testing/office-client.ts'
import { type ServerProcess, startServer } from '#server/testing/server-process.ts'
import { type Survey, survey } from '#server/testing/survey.ts'
import { demoAdministration } from '#demo/administration.ts'

export interface KillOptions {
  rounds: number
  seed: number
  clients: number
  /** An empty database of a PostgreSQL server; without it the embedded store is killed. */
  databaseUrl?: string
  say?: (line: string) => void
}

export interface KillReport {
  faults: string[]
  writes: number
  directives: number
  assignments: number
  files: number
  entries: number
  /** Kills while the server was starting again. */
  killedStarts: number
  staleLocks: number
  startsMs: number[]
}

/** A round's work is counted in answers, so that a slow machine is killed in the middle of as much as a fast one. */
const MOST_WRITES = 40
/** How long after the last answer that is waited for; a call takes some tens. */
const MOST_MS_AFTER = 120
const KILL_START_EVERY = 5

/** Kills a server under load, starts it again on what it left behind, and looks whether that is everything it had acknowledged. */
export async function killRounds({
  rounds,
  seed,
  clients,
  databaseUrl,
  say = () => {},
}: KillOptions): Promise<KillReport> {
  const random = randomFrom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'throughline-kill-'))
  const dataDir = join(folder, 'data')
  const env = {
    DATA_DIR: dataDir,
    DEMO: 'on',
    TRUST_PROXY: 'on',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  }
  const acknowledged = nothingAcknowledged()
  const offices = clientsOf(clients).map((options) => officeClient({ ...options, acknowledged }))
  const report: KillReport = {
    faults: [],
    writes: 0,
    directives: 0,
    assignments: 0,
    files: 0,
    entries: 0,
    killedStarts: 0,
    staleLocks: 0,
    startsMs: [],
  }
  let server = await startServer(env).listening
  const firstStartMs = Math.round(server.startMs)
  say(`first start ${firstStartMs} ms`)
  try {
    for (let round = 1; round <= rounds; round++) {
      const before = acknowledged.writes
      const wanted = before + Math.floor(random() * MOST_WRITES)
      const begun = performance.now()
      let working = true
      const work = Promise.all(offices.map((office) => office.work(server.address))).finally(() => (working = false))
      while (working && acknowledged.writes < wanted) await Promise.race([after(5), work])
      await Promise.race([after(random() * MOST_MS_AFTER), work])
      await server.kill()
      await work
      const workMs = performance.now() - begun
      if (databaseUrl === undefined && lockedBy(dataDir) === server.pid) report.staleLocks += 1
      if (round % KILL_START_EVERY === 0) {
        const starting = startServer(env)
        await Promise.race([after(random() * (report.startsMs.at(-1) ?? firstStartMs)), once(starting.child, 'exit')])
        await starting.kill()
        report.killedStarts += 1
      }
      // What the killed server left behind is looked at in a copy, while the next server finds its own way out of the original.
      const look = databaseUrl === undefined ? copyOf(dataDir, join(folder, 'copy')) : undefined
      const [found, next] = await Promise.all([
        surveyed(look === undefined ? { databaseUrl: databaseUrl ?? '' } : { dataDir: look }, dataDir, acknowledged),
        startServer(env).listening,
      ])
      server = next
      report.startsMs.push(next.startMs)
      report.entries = found.verdict.entries
      for (const fault of faultsOf(found)) report.faults.push(`round ${round}: ${fault}`)
      const stillIn = await Promise.all(offices.map((office) => office.isStillSignedIn(next.address)))
      if (stillIn.includes(false)) report.faults.push(`round ${round}: a session is gone`)
      say(
        `round ${round}: ${acknowledged.writes - before} writes acknowledged in ${Math.round(workMs)} ms, start ${Math.round(next.startMs)} ms, ` +
          `${found.verdict.entries} entries (${found.verdict.sealed} sealed), ${report.faults.length} faults`,
      )
    }
    report.faults.push(...(await stopCleanly(server)))
    const { writes, directives, assignments, files } = acknowledged
    return { ...report, writes, directives: directives.size, assignments: assignments.size, files: files.size }
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function surveyed(
  address: { dataDir: string } | { databaseUrl: string },
  dataDir: string,
  acknowledged: Parameters<typeof survey>[2],
): Promise<Survey> {
  const store = await openStore(address, { poolSize: 2, existing: true })
  try {
    return await survey(store, await openFolderStore(join(dataDir, 'files')), acknowledged)
  } finally {
    await store.close()
  }
}

function faultsOf({ lost, halfDone, verdict }: Survey): string[] {
  const journal = verdict.holds ? [] : [`the journal does not hold: ${JSON.stringify(verdict.first)}`]
  return [...lost.map((what) => `lost ${what}`), ...halfDone.map((what) => `half done: ${what}`), ...journal]
}

async function stopCleanly(server: ServerProcess): Promise<string[]> {
  const { code } = await server.stop()
  return code === 0 ? [] : [`the last stop ended with ${code}`]
}

/** Without the files: they are read where they are. */
function copyOf(dataDir: string, copy: string): string {
  rmSync(copy, { recursive: true, force: true })
  cpSync(dataDir, copy, { recursive: true, filter: (source) => basename(source) !== 'files' })
  return copy
}

function lockedBy(dataDir: string): number | undefined {
  const numbers = readdirSync(dataDir).flatMap((name) => (/^lock-\d+$/.test(name) ? [Number(name.slice(5))] : []))
  const lock = JSON.parse(readFileSync(join(dataDir, `lock-${Math.max(...numbers)}`), 'utf8')) as {
    pid: number
    released?: true
  }
  return lock.released ? undefined : lock.pid
}

/** Each client with two provinces of its own, so that clients meet in the tables and not in the rows. */
function clientsOf(count: number) {
  const { people, units } = demoAdministration()
  const provincial = new Set(units.filter(({ kind }) => kind === 'provincial-body').map(({ id }) => id))
  const heads = people.flatMap(({ login, roles }) =>
    roles.flatMap(({ role, unitId }) => (role === 'unit-head' && provincial.has(unitId) ? [{ unitId, login }] : [])),
  )
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    officer: index % 2 === 0 ? 'chuyenvien.vpb' : 'chuyenvien2.vpb',
    addressees: heads.slice(index * 2, index * 2 + 2),
  }))
}

/** Mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
