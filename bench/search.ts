import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import type { Role } from '#core/people/role.ts'
import { type Found, searchApi } from '#core/search/api.ts'
import { readSearch } from '#core/search/search-words.ts'
import { newId } from '#server/clock.ts'
import { migrate, readMigrations } from '#server/db/migrate.ts'
import { openStore } from '#server/db/open.ts'
import type { Store } from '#server/db/store.ts'
import { loadDemo } from '#server/demo/load-demo.ts'
import { openFolderStore } from '#server/files/file-store.ts'
import type { System } from '#server/http/mount.ts'
import { inTransaction } from '#server/http/transaction.ts'
import { findAll } from '#server/search/find-all.ts'
import { COMMON_WORDS, DESK_DAY, loadDesk, RARE_WORDS } from '#server/testing/desk-load.ts'
import { judge, print, takeTurns } from '#server/testing/in-turns.ts'
import { openKept } from '#server/testing/kept-database.ts'
import { withServer } from '#server/testing/postgres.ts'
import { addPeopleAndUnits, floorOf, prepareFloor } from '#server/testing/search-floor.ts'

// npm run bench:search [-- embedded|postgres]: the search over 20,000 tasks, 2,000 directives, 200,000 assignments, 10,600 units and as many people, for
// a user of the office, of a province and of a commune, at the query layer (the transaction of a GET with its scopes and policies, the answer parsed as
// it leaves; no HTTP). The floor takes turns with it: the same rows in the same order, from tables that hold what the user reads under indexes made for
// this, without policies, in a transaction of its own on the same driver.

const TASKS = 20_000
const UNITS = 10_600
const USERS = { office: 'chuyenvien.vpb', province: 'daumoi.lamdong', commune: 'truongban.xuanhuong' } as const
type Who = keyof typeof USERS
const QUERIES = [
  COMMON_WORDS,
  'ra soat',
  'rả soát',
  RARE_WORDS,
  'soat tru so',
  'nv 1234.1',
  'lam dong',
  'xã',
  'nguyen van',
  '12',
]
const now = `${DESK_DAY}T02:00:00.000Z` as Instant
const today = DESK_DAY as PlainDate
const cache = fileURLToPath(new URL('../.cache/search/', import.meta.url))

async function prepare(store: Store): Promise<void> {
  await migrate(store.pool)
  mkdirSync(cache, { recursive: true })
  await loadDemo({ store, files: await openFolderStore(join(cache, 'files')), clock: () => now, newId })
  await addPeopleAndUnits(store.pool, UNITS)
  await loadDesk(store.pool, TASKS)
  const bench = await open(store)
  for (const who of Object.keys(USERS) as Who[]) {
    const seen = await readAs(bench, who, async ({ tx }) => ({
      tasks: await tx.selectFrom('task').select('id').execute(),
      directives: await tx.selectFrom('directive').select('id').execute(),
      assignments: await tx.selectFrom('assignment').select('id').execute(),
    }))
    const people = await readAs(bench, who, (request) => peopleSeen(request))
    await prepareFloor(store.pool, who, { ...seen, people })
  }
  await store.pool.query('vacuum analyze')
}

interface Bench {
  system: System
  actorOf: (who: Who) => { personId: Id; roles: { role: Role; unitId: Id }[] }
}
type Reader = Parameters<typeof findAll>[0]

/** Whom the reader sees: those with a role at a unit in reach. */
async function peopleSeen({ tx, register, actor }: Reader): Promise<{ id: string }[]> {
  const grants = await tx.selectFrom('roleGrant').select(['personId', 'unitId']).execute()
  const reached = new Set(actor.roles.map(({ unitId }) => unitId))
  const seen = grants.filter(({ unitId }) => register.path(unitId as Id).some((above) => reached.has(above)))
  return [...new Set(seen.map(({ personId }) => personId))].map((id) => ({ id }))
}

async function open(store: Store): Promise<Bench> {
  const files = await openFolderStore(join(cache, 'files'))
  const system: System = { store, files, clock: () => now, newId, demo: true, tools: {} }
  const { rows } = await sql<{ login: string; personId: Id; roles: { role: Role; unitId: Id }[] }>`
    select p.login, p.id as "personId", jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id)) as roles
    from person p join role_grant g on g.person_id = p.id where p.login = any(${Object.values(USERS)}) group by p.id`.execute(
    store.db,
  )
  return {
    system,
    actorOf: (who) => {
      const held = rows.find(({ login }) => login === USERS[who])
      if (!held) throw new Error(`nobody is called ${USERS[who]}`)
      return { personId: held.personId, roles: held.roles }
    },
  }
}

function readAs<T>(bench: Bench, who: Who, work: (request: Reader) => Promise<T>, q = ''): Promise<T> {
  const actor = { ...bench.actorOf(who), mustChangePassword: false, sessionHash: null }
  return inTransaction(bench.system, { actor, today, readOnly: true }, (tx, register) =>
    work({ tx, register, today, actor, query: { q, limit: 5 } }),
  )
}

const idsOf = ({ directives, tasks, assignments, people }: Found) =>
  [directives, tasks, assignments, people].map(({ items }) => items.map(({ id }) => id))

async function measure(store: Store): Promise<void> {
  const bench = await open(store)
  const lines: ReturnType<typeof judge>[] = []
  for (const q of QUERIES)
    for (const who of Object.keys(USERS) as Who[]) {
      const words = readSearch(q)
      const work = () =>
        readAs(bench, who, async (request) => searchApi.search.response.parse(await findAll(request)), q)
      const floor = () => floorOf(store.db, who, words)
      const isSame = JSON.stringify(idsOf(await work())) === JSON.stringify(await floor())
      const line = judge({ row: q, who, isSame, ...(await takeTurns({ floor, work })) })
      lines.push(line)
      console.error(Object.values(line).join('  '))
    }
  print(`search, ${store.kind}`, lines)
}

/** Stores are kept between runs under a name made from what they are made of. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of ['desk-load.ts', 'search-floor.ts'])
    hash.update(await readFile(new URL(`../server/testing/${file}`, import.meta.url)))
  for (const { sha256 } of await readMigrations()) hash.update(sha256)
  return hash.digest('hex').slice(0, 12)
}

async function openEmbedded(): Promise<Store> {
  const made = await fingerprint()
  mkdirSync(cache, { recursive: true })
  for (const name of readdirSync(cache))
    if (name.startsWith('embedded-') && !name.includes(made)) rmSync(join(cache, name), { recursive: true })
  const dataDir = join(cache, `embedded-${made}`)
  if (!existsSync(dataDir)) {
    const unfinished = `${dataDir}-unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    const store = await openStore({ dataDir: unfinished })
    await prepare(store).finally(() => store.close())
    renameSync(unfinished, dataDir)
  }
  return openStore({ dataDir })
}

const [wanted = 'postgres,embedded'] = process.argv.slice(2)
if (wanted.includes('postgres'))
  await withServer(async (url) => {
    const store = await openKept(url, `search_${await fingerprint()}`, prepare)
    await measure(store).finally(() => store.close())
  })
if (wanted.includes('embedded')) {
  const store = await openEmbedded()
  await measure(store).finally(() => store.close())
}
