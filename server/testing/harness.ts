import { after, type TestContext } from 'node:test'
import type pg from 'pg'
import type { StoreOptions } from '#server/db/open.ts'
import { queriesOver, type Store } from '#server/db/store.ts'
import { RolledBackPool } from '#server/testing/rolled-back-pool.ts'
import { availableStores, type TestStores } from '#server/testing/test-stores.ts'

type Body = (store: Store, t: TestContext) => Promise<void>
type TestFunction = (t: TestContext) => Promise<void>

let stores: Promise<TestStores[]> | undefined

/**
 * A test against the database: `test('a sentence', withStore(async (store) => …))`. The body runs once on each store that this
 * run has, with the tables of all migrations, and everything it does is rolled back. See `RolledBackPool` for what differs
 * from a store of one's own, which `withFreshStore` gives (a second or so on the embedded store).
 */
export function withStore(body: Body): TestFunction {
  return onEachStore((available, t) => rolledBack(available, body, t))
}

/** The same on one store only, PostgreSQL where this run has it: for long walks whose outcome no store decides. */
export function withOneStore(body: Body): TestFunction {
  return async (t) => {
    const available = (await (stores ??= announced())).at(-1)
    if (available) await t.test(available.kind, (t) => rolledBack(available, body, t))
  }
}

async function rolledBack(available: TestStores, body: Body, t: TestContext): Promise<void> {
  const { kind, pool } = await available.shared()
  const client = await pool.connect()
  try {
    await client.query('begin')
    const over = new RolledBackPool(client) as unknown as pg.Pool
    await body({ kind, db: queriesOver(over), pool: over, close: async () => {} }, t)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Within `withStore`: does something and takes it back, so that the next try finds everything as it was. */
export function undone<T>({ pool }: Store, work: () => Promise<T>): Promise<T> {
  if (!((pool as unknown) instanceof RolledBackPool)) throw new Error('only what withStore gives can be taken back')
  return (pool as unknown as RolledBackPool).undoing(work)
}

/** A test with a store of its own, where commits are real and several connections work side by side. */
export function withFreshStore(body: Body, options: Pick<StoreOptions, 'empty' | 'waitLimitMs'> = {}): TestFunction {
  return onEachStore(async (available, t) => {
    const store = await available.fresh(options)
    try {
      await body(store, t)
    } finally {
      await store.close()
    }
  })
}

function onEachStore(run: (available: TestStores, t: TestContext) => Promise<void>): TestFunction {
  return async (t) => {
    for (const available of await (stores ??= announced())) {
      await t.test(available.kind, (t) => run(available, t))
    }
  }
}

async function announced(): Promise<TestStores[]> {
  const available = await availableStores()
  const names = available.map(({ description }) => description).join(' and ')
  const missing = available.some(({ kind }) => kind === 'postgres')
    ? ''
    : `; not on PostgreSQL (${process.env['TEST_STORES'] === undefined ? 'none installed or named' : 'TEST_STORES leaves it out'})`
  process.stderr.write(`database tests run on ${names}${missing}\n`)
  return available
}

after(async () => {
  for (const available of (await stores) ?? []) await available.close()
})
