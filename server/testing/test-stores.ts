import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#server/db/migrate.ts'
import { openStore, type StoreOptions } from '#server/db/open.ts'
import type { Store } from '#server/db/store.ts'
import { findServerPrograms, startThrowAwayServer } from '#server/testing/postgres.ts'

/** One kind of store that this run of the tests can use. */
export interface TestStores {
  kind: Store['kind']
  /** For people: which store it is. */
  description: string
  /** The store of the whole run, migrated; tests must leave it as they found it. */
  shared(): Promise<Store>
  /** A store of one's own; the caller closes it. `empty`: without any table; only one such store at a time. */
  fresh(options?: Pick<StoreOptions, 'empty' | 'waitLimitMs'>): Promise<Store>
  /** Where a whole server can keep its data, empty: what `HOST=… npm start` would be given. */
  freshAddress(): Promise<{ dataDir: string } | { databaseUrl: string }>
  close(): Promise<void>
}

/**
 * The embedded store always; PostgreSQL when `TEST_DATABASE_URL` names a server on which databases may be created, or else when
 * a server of version 15 or later is installed. `TEST_STORES=embedded` or `TEST_STORES=postgres` chooses one.
 */
export async function availableStores(): Promise<TestStores[]> {
  const wanted = process.env['TEST_STORES'] ?? 'embedded,postgres'
  const stores: TestStores[] = []
  if (wanted.includes('embedded')) stores.push(embeddedStores())
  if (wanted.includes('postgres')) {
    const url = process.env['TEST_DATABASE_URL']
    const programs = findServerPrograms()
    if (url !== undefined) stores.push(serverStores(url, 'PostgreSQL at TEST_DATABASE_URL', async () => {}))
    else if (programs !== undefined) {
      const server = await startThrowAwayServer(programs)
      stores.push(serverStores(server.databaseUrl, `PostgreSQL ${server.version}, thrown away`, () => server.stop()))
    }
  }
  if (stores.length === 0) throw new Error(`no store to test on (TEST_STORES=${wanted})`)
  return stores
}

async function temporaryFolder(folders: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-'))
  folders.push(folder)
  return folder
}

async function removeFolders(folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
}

function embeddedStores(): TestStores {
  const folders: string[] = []
  let shared: Promise<Store> | undefined
  let empty: Promise<Store> | undefined
  return {
    kind: 'embedded',
    description: 'embedded (PGlite)',
    shared: () => (shared ??= openStore({ memory: true })),
    async fresh(options = {}) {
      if (options.empty !== true) return openStore({ memory: true }, options)
      // Emptied rather than opened again: milliseconds instead of a second and 400 MB.
      const store = await (empty ??= openStore({ memory: true }, options))
      await store.pool.query('drop schema public cascade; create schema public')
      return { ...store, close: async () => {} }
    },
    freshAddress: async () => ({ dataDir: await temporaryFolder(folders) }),
    async close() {
      for (const store of [shared, empty]) await (await store)?.close()
      await removeFolders(folders)
    },
  }
}

function serverStores(serverUrl: string, description: string, stop: () => Promise<void>): TestStores {
  const prefix = `throughline_test_${randomUUID().slice(0, 8)}`
  const template = `${prefix}_template`
  const created: string[] = []
  const opened: Store[] = []
  let prepared: Promise<void> | undefined
  let shared: Promise<Store> | undefined

  const create = async (name: string, from: string) => {
    created.push(name)
    await onServer(serverUrl, `create database ${name} template ${from}`)
  }
  const open = async (name: string, options: StoreOptions) => {
    const store = await openStore({ databaseUrl: withDatabase(serverUrl, name) }, options)
    opened.push(store)
    return store
  }
  const prepare = async () => {
    await create(template, 'template0')
    const store = await openStore({ databaseUrl: withDatabase(serverUrl, template) }, { poolSize: 1 })
    await migrate(store.pool).finally(() => store.close())
  }
  const fresh = async (options: StoreOptions = {}) => {
    if (options.empty !== true) await (prepared ??= prepare())
    const name = `${prefix}_${created.length}`
    await create(name, options.empty === true ? 'template0' : template)
    return open(name, options)
  }
  return {
    kind: 'postgres',
    description,
    shared: () => (shared ??= fresh()),
    fresh,
    async freshAddress() {
      const name = `${prefix}_${created.length}`
      await create(name, 'template0')
      return { databaseUrl: withDatabase(serverUrl, name) }
    },
    async close() {
      for (const store of opened) await store.close()
      for (const name of created) await onServer(serverUrl, `drop database if exists ${name} with (force)`)
      await stop()
    },
  }
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function withDatabase(serverUrl: string, name: string): string {
  return serverUrl.replace(/^(\w+:\/\/[^/?]*)(\/[^?]*)?/, `$1/${name}`)
}
