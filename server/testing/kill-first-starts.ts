import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { openStore } from '#server/db/open.ts'
import { verifyJournal } from '#server/journal/verify.ts'
import { randomFrom } from '#server/testing/kill-rounds.ts'
import { startServer } from '#server/testing/server-process.ts'

export interface FirstStartOptions {
  kills: number
  seed: number
  /** Makes an empty database on a PostgreSQL server; without it the first starts are those of the embedded store. */
  freshDatabase?: () => Promise<string>
  say?: (line: string) => void
}

/**
 * Kills servers during their very first start (unpacking, migrations, demo): every second one twice in a row. The next start has to find its
 * way, and to end with the same people and units as a start that nobody disturbed.
 */
export async function killFirstStarts({
  kills,
  seed,
  freshDatabase,
  say = () => {},
}: FirstStartOptions): Promise<{ kills: number; faults: string[] }> {
  const random = randomFrom(seed)
  const faults: string[] = []
  let undisturbed: { startMs: number; counted: string } | undefined
  let killed = 0
  for (let turn = 0; killed < kills; turn++) {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-first-'))
    const databaseUrl = await freshDatabase?.()
    const env = { DATA_DIR: folder, DEMO: 'on', ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) }
    const moments = undisturbed
      ? Array.from({ length: 1 + (turn % 2) }, () => random() * (undisturbed?.startMs ?? 0))
      : []
    for (const ms of moments) {
      const starting = startServer(env)
      await Promise.race([after(ms), once(starting.child, 'exit')])
      await starting.kill()
      killed += 1
    }
    try {
      const server = await startServer(env).listening
      const { code } = await server.stop()
      const counted = await count(databaseUrl === undefined ? { dataDir: folder } : { databaseUrl })
      undisturbed ??= { startMs: server.startMs, counted }
      say(
        `first start ${moments.length === 0 ? 'undisturbed' : `killed after ${moments.map(Math.round).join(' and ')} ms`}: then ${Math.round(server.startMs)} ms, ${counted}`,
      )
      if (code !== 0) faults.push(`first start: the stop ended with ${code}`)
      if (counted !== undisturbed.counted)
        faults.push(
          `first start killed after ${moments.join(' and ')} ms: ${counted} instead of ${undisturbed.counted}`,
        )
    } catch (error) {
      faults.push(`first start killed after ${moments.join(' and ')} ms: ${(error as Error).message}`)
    }
    rmSync(folder, { recursive: true, force: true })
  }
  return { kills: killed, faults }
}

async function count(address: { dataDir: string } | { databaseUrl: string }): Promise<string> {
  const store = await openStore(address, { poolSize: 1, existing: true })
  try {
    const { holds, entries } = await verifyJournal(store)
    const tables = ['unit', 'person', 'roleGrant', 'calendarDay', 'directive', 'assignment', 'report'] as const
    const counts: string[] = []
    for (const table of tables) {
      const { n } = await store.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
      counts.push(`${n} ${table}`)
    }
    return `${holds ? 'the journal holds' : 'THE JOURNAL DOES NOT HOLD'}, ${entries} entries, ${counts.join(', ')}`
  } finally {
    await store.close()
  }
}
