import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import type { Role } from '#core/people/role.ts'
import { buildApp } from '#server/app.ts'
import { newId } from '#server/clock.ts'
import { migrate, readMigrations } from '#server/db/migrate.ts'
import { openStore } from '#server/db/open.ts'
import type { Store } from '#server/db/store.ts'
import { loadDemo } from '#server/demo/load-demo.ts'
import { openFolderStore } from '#server/files/file-store.ts'
import { SESSION_COOKIE } from '#server/http/authenticate.ts'
import type { System } from '#server/http/mount.ts'
import { inTransaction } from '#server/http/transaction.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { DESK_DAY, loadDesk } from '#server/testing/desk-load.ts'
import { type Reader, readQuery } from '#server/testing/desk-rows.ts'
import { prepareFloor } from '#server/testing/desk-floor.ts'
import { openKept } from '#server/testing/kept-database.ts'

// The stores that bench/desk.ts measures: the demo administration with 20,000 and with 200,000 assignments, and three who read in it.

const SIZES = [2_000, 20_000] as const
export const USERS = { office: 'chuyenvien.vpb', province: 'daumoi.lamdong', commune: 'truongban.xuanhuong' } as const
export type Who = keyof typeof USERS
const now = `${DESK_DAY}T02:00:00.000Z` as Instant
const today = DESK_DAY as PlainDate
const cache = fileURLToPath(new URL('../../.cache/desk/', import.meta.url))

export interface Bench {
  system: System
  actors: Record<Who, { personId: Id; roles: { role: Role; unitId: Id }[] }>
  get: (who: Who, path: string) => Promise<void>
  stop: () => Promise<void>
  close: () => Promise<void>
}
async function prepare(store: Store, tasks: number): Promise<void> {
  await migrate(store.pool)
  mkdirSync(cache, { recursive: true })
  const files = await openFolderStore(join(cache, 'files'))
  await loadDemo({ store, files, clock: () => now, newId })
  await loadDesk(store.pool, tasks)
  await store.pool.query(
    `insert into session (key_hash, person_id, created_at, seen_at, expires_at)
      select encode(sha256(convert_to('bench-' || login, 'UTF8')), 'hex'), id, $1, $1, $1::timestamptz + interval '1 day' from person`,
    [now],
  )
  const bench = await open(store)
  for (const who of Object.keys(USERS) as Who[]) {
    const actor = bench.actors[who]
    const seen = (table: 'assignment' | 'task') =>
      inTransaction(bench.system, { actor, today, readOnly: true }, async (tx) =>
        (await tx.selectFrom(table).select('id').execute()).map(({ id }) => id),
      )
    await prepareFloor(store.pool, who, await seen('assignment'), await seen('task'))
  }
  await bench.stop()
  await store.pool.query('vacuum analyze')
}

async function open(store: Store): Promise<Bench> {
  const files = await openFolderStore(join(cache, 'files'))
  const system: System = { store, files, clock: () => now, newId, demo: true, tools: {} }
  const { rows: held } = await sql<{ login: string; personId: Id; roles: { role: Role; unitId: Id }[] }>`
    select p.login, p.id as "personId", jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id)) as roles
    from person p join role_grant g on g.person_id = p.id group by p.id`.execute(store.db)
  const actorOf = (login: string) => {
    const { personId, roles } = held.find((one) => one.login === login) ?? { personId: newId(), roles: [] }
    return { personId, roles }
  }
  const app = await buildApp(system, { logger: false, requestsPerMinute: 10_000_000 })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    system,
    actors: {
      office: actorOf(USERS.office),
      province: actorOf(USERS.province),
      commune: actorOf(USERS.commune),
    },
    async get(who, path) {
      const headers = { cookie: `${SESSION_COOKIE}=bench-${USERS[who]}` }
      const response = await fetch(`${address}/api/v1${path}`, { headers })
      await response.text()
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
    },
    stop: () => app.close(),
    async close() {
      await app.close()
      await store.close()
    },
  }
}

/** The floor has no request that says which day it is, and reports that are due ask for it: each connection knows it. */
async function openOn(store: Store): Promise<Bench> {
  const today = `set "app.today" = '${DESK_DAY}'`
  store.pool.on('connect', (client) => void client.query(today))
  await store.pool.query(today)
  return open(store)
}

/** Stores that are kept between runs are named after what they are made from. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of ['./desk-load.ts', './desk-floor.ts']) hash.update(await readFile(new URL(file, import.meta.url)))
  for (const { sha256: sum } of await readMigrations()) hash.update(sum)
  return sha256(hash.digest('hex')).slice(0, 12)
}

export async function openEmbedded(): Promise<Bench[]> {
  const made = await fingerprint()
  mkdirSync(cache, { recursive: true })
  for (const name of readdirSync(cache))
    if (name.startsWith('embedded-') && !name.includes(made)) rmSync(join(cache, name), { recursive: true })
  const benches: Bench[] = []
  for (const tasks of SIZES) {
    const dataDir = join(cache, `embedded-${made}-${tasks}`)
    if (!existsSync(dataDir)) {
      const unfinished = `${dataDir}-unfinished`
      rmSync(unfinished, { recursive: true, force: true })
      const store = await openStore({ dataDir: unfinished })
      await prepare(store, tasks).finally(() => store.close())
      renameSync(unfinished, dataDir)
    }
    benches.push(await openOn(await openStore({ dataDir })))
  }
  return benches
}

export async function openServer(serverUrl: string): Promise<Bench[]> {
  const made = await fingerprint()
  const benches: Bench[] = []
  for (const tasks of SIZES)
    benches.push(await openOn(await openKept(serverUrl, `desk_${made}_${tasks}`, (store) => prepare(store, tasks))))
  return benches
}

export async function readAs<T>(bench: Bench, who: Who, work: (request: Reader) => Promise<T>): Promise<T> {
  const actor = { ...bench.actors[who], mustChangePassword: false, sessionHash: null }
  return inTransaction(bench.system, { actor, today, readOnly: true }, (tx, register) =>
    work({ tx, register, today, actor, query: readQuery({}) }),
  )
}
