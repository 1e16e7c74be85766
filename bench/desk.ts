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
import { type Reader, readQuery, rows } from '#server/testing/desk-rows.ts'
import { floorOf, prepareDuties, prepareFloor } from '#server/testing/desk-floor.ts'
import { databaseOn, withServer } from '#server/testing/postgres.ts'
import { listDuties } from '#server/tasks/duties.ts'

// npm run bench:desk [-- embedded|postgres]: lists, counts, groups, duties and search over 20,000 tasks and 200,000 assignments, for a user of the
// office, of a province and of a commune. Each is measured at the query layer (the transaction of a GET with its scopes and policies, the answer
// parsed as it leaves; no HTTP) beside its floor: the same rows by SQL over an index made for them, without policies, in a transaction of its own
// on the same driver. Floor and work take turns, and so do the store of 20,000 assignments and that of 200,000: quote the ratios.

const SIZES = [2_000, 20_000] as const
const USERS = { office: 'chuyenvien.vpb', province: 'daumoi.lamdong', commune: 'truongban.xuanhuong' } as const
type Who = keyof typeof USERS
const ROUNDS = { least: 5, most: 60, limitMs: 4_000 }
const now = `${DESK_DAY}T02:00:00.000Z` as Instant
const today = DESK_DAY as PlainDate
const cache = fileURLToPath(new URL('../.cache/desk/', import.meta.url))

interface Bench {
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

/** Stores that are kept between runs are named after what they are made from. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of ['../server/testing/desk-load.ts', '../server/testing/desk-floor.ts'])
    hash.update(await readFile(new URL(file, import.meta.url)))
  for (const { sha256: sum } of await readMigrations()) hash.update(sum)
  return sha256(hash.digest('hex')).slice(0, 12)
}

async function openEmbedded(): Promise<Bench[]> {
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
    benches.push(await open(await openStore({ dataDir })))
  }
  return benches
}

async function openServer(serverUrl: string): Promise<Bench[]> {
  const benches: Bench[] = []
  for (const tasks of SIZES) {
    const name = `desk_${tasks}_${process.pid}`
    const server = await openStore({ databaseUrl: serverUrl }, { poolSize: 1 })
    await server.pool.query(`create database ${name} template template0`).finally(() => server.close())
    const store = await openStore({ databaseUrl: databaseOn(serverUrl, name) })
    await prepare(store, tasks)
    benches.push(await open(store))
  }
  return benches
}

async function readAs<T>(bench: Bench, who: Who, work: (request: Reader) => Promise<T>): Promise<T> {
  const actor = { ...bench.actors[who], mustChangePassword: false, sessionHash: null }
  return inTransaction(bench.system, { actor, today, readOnly: true }, (tx, register) =>
    work({ tx, register, today, actor, query: readQuery({}) }),
  )
}

async function measure(kind: string, [small, large]: Bench[]): Promise<void> {
  if (!small || !large) return
  const table: Record<string, unknown>[] = []
  for (const row of rows.filter(({ title }) => only === undefined || title.includes(only)))
    for (const who of Object.keys(USERS) as Who[]) {
      const begins = new Map<Bench, string | null>()
      if (row.begin) for (const bench of [small, large]) begins.set(bench, await readAs(bench, who, row.begin))
      const run = (bench: Bench) => readAs(bench, who, (request) => row.work(request, begins.get(bench) ?? null))
      if (row.floor.kind === 'duties')
        await prepareDuties(large.system.store.pool, who, await readAs(large, who, listDuties))
      const floor = (bench: Bench) => floorOf(bench.system.store.db, who, row.floor)
      const isSame = JSON.stringify(await run(large)) === JSON.stringify(await floor(large))
      const times = await takeTurns({
        floor: () => floor(large),
        work: () => run(large),
        small: () => run(small),
        ...(row.path === null ? {} : { http: () => large.get(who, row.path ?? '') }),
      })
      const [f, w, s, h] = [times['floor'], times['work'], times['small'], times['http']]
      if (!f || !w || !s) continue
      table.push({
        store: kind,
        row: row.title,
        who,
        'floor p50': ms(f.p50),
        p50: ms(w.p50),
        p95: ms(w.p95),
        '× p50': ratio(w.p50, f.p50),
        '× p95': ratio(w.p95, f.p95),
        growth: ratio(w.p50, s.p50),
        http: h ? ms(h.p50) : '',
        same: isSame,
      })
      console.error(Object.values(table.at(-1) ?? {}).join('  '))
    }
  console.table(table)
}

async function takeTurns(
  works: Record<string, () => Promise<unknown>>,
): Promise<Record<string, { p50: number; p95: number }>> {
  const taken = new Map(Object.keys(works).map((name) => [name, [] as number[]]))
  const begun = performance.now()
  for (let round = -1; round < ROUNDS.most; round++) {
    if (round >= ROUNDS.least && performance.now() - begun > ROUNDS.limitMs) break
    for (const [name, work] of Object.entries(works)) {
      const from = performance.now()
      await work()
      if (round >= 0) taken.get(name)?.push(performance.now() - from)
    }
  }
  return Object.fromEntries(
    [...taken].map(([name, times]) => [name, { p50: quantile(times, 0.5), p95: quantile(times, 0.95) }]),
  )
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}
function ms(value: number): number {
  return +value.toFixed(2)
}
function ratio(a: number, b: number): number {
  return +(a / b).toFixed(2)
}

const only = process.argv[3]
const wanted = process.argv[2] ?? 'embedded,postgres'
if (wanted.includes('postgres'))
  await withServer(async (url) => {
    const benches = await openServer(url)
    await measure('postgres', benches).finally(() => Promise.all(benches.map((bench) => bench.close())))
  })
if (wanted.includes('embedded')) {
  const benches = await openEmbedded()
  await measure('embedded', benches).finally(() => Promise.all(benches.map((bench) => bench.close())))
}
