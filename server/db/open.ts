import { resolve } from 'node:path'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { ensureDatabaseFolder, hasDatabaseFolder } from '#server/db/data-dir.ts'
import { type Embedded, startEmbedded } from '#server/db/embedded.ts'
import { lockDataDir } from '#server/db/lock.ts'
import { queriesOver, type Store, type Tables } from '#server/db/store.ts'
import { storeTemplate } from '#server/db/template.ts'
import { sessionOptions } from '#server/db/values.ts'

/** A folder that this process alone may use, a PostgreSQL server (15 or later), or memory that is gone at the end. */
export type StoreAddress = { dataDir: string } | { databaseUrl: string } | { memory: true }

export interface StoreOptions {
  /** Connections; the embedded store serves them one after the other. */
  poolSize?: number
  /** Embedded store: how long a statement waits for another client's transaction before it fails with 55P03. */
  waitLimitMs?: number
  /** Called once when the embedded database dies, and for each server connection that is lost while idle. */
  onLost?: (error: Error) => void
  /** Memory: start without any table, for tests of the migrations themselves. */
  empty?: boolean
  /** Folder: fail where there is no database yet, instead of making one. */
  existing?: boolean
}

const WAIT_LIMIT_MS = 30_000
const EMBEDDED_POOL_SIZE = 4
const SERVER_POOL_SIZE = 10
const OLDEST_SERVER = 15

/** Opens the store. It does not migrate: see migrate.ts. A new embedded store already has the migrations of this version. */
export async function openStore(address: StoreAddress, options: StoreOptions = {}): Promise<Store> {
  if ('databaseUrl' in address) return openServer(address.databaseUrl, options)
  if ('memory' in address) {
    const seed = await storeTemplate(options.empty === true ? [] : undefined)
    const embedded = await startEmbedded({ seed, waitLimitMs: options.waitLimitMs ?? WAIT_LIMIT_MS }, options.onLost)
    return embeddedStore(embedded, options, () => {})
  }
  if (options.existing === true && !hasDatabaseFolder(address.dataDir))
    throw new Error(`${resolve(address.dataDir)}: there is no database here (DATA_DIR)`)
  const lock = lockDataDir(address.dataDir)
  try {
    const folder = await ensureDatabaseFolder(address.dataDir)
    const embedded = await startEmbedded({ folder, waitLimitMs: options.waitLimitMs ?? WAIT_LIMIT_MS }, options.onLost)
    return embeddedStore(embedded, options, () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  }
}

async function openServer(
  databaseUrl: string,
  { poolSize = SERVER_POOL_SIZE, onLost = () => {} }: StoreOptions,
): Promise<Store> {
  const pool = new pg.Pool({ ...sessionOptions, connectionString: databaseUrl, max: poolSize })
  pool.on('error', onLost)
  try {
    await checkServer(pool)
  } catch (error) {
    await pool.end()
    throw new Error(
      `the database that DATABASE_URL names (${placeOf(databaseUrl)}) cannot be used: ${reasonOf(error)}`,
      {
        cause: error,
      },
    )
  }
  const db = queriesOver(pool)
  return { kind: 'postgres', db, pool, close: once(() => endQueries(db, pool)) }
}

async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version_num') as version`)
  const major = Math.floor(Number(rows[0]?.version) / 10_000)
  if (major < OLDEST_SERVER) throw new Error(`it is PostgreSQL ${major}, and ${OLDEST_SERVER} or later is needed`)
}

/** Without user and password: messages end up in logs. */
function placeOf(databaseUrl: string): string {
  const address = URL.parse(databaseUrl.replace('@/', '@localhost/'))
  return address ? `${address.searchParams.get('host') ?? address.host}${address.pathname}` : 'no address'
}

/** A name that stands for several addresses fails with all of their errors at once, and an empty message. */
function reasonOf(error: unknown): string {
  const errors = error instanceof AggregateError ? (error.errors as Error[]) : [error as Error]
  return errors.map(({ message }) => message).join('; ')
}

function embeddedStore(
  embedded: Embedded,
  { poolSize = EMBEDDED_POOL_SIZE }: StoreOptions,
  release: () => void,
): Store {
  const pool = embedded.pool(poolSize)
  // Idle clients report the loss too; `onLost` has been called already.
  pool.on('error', () => {})
  const db = queriesOver(pool)
  const close = once(async () => {
    try {
      await endQueries(db, pool)
      await embedded.close()
    } finally {
      release()
    }
  })
  return { kind: 'embedded', db, pool, close }
}

/** Kysely ends the pool only when a query has gone through Kysely. */
async function endQueries(db: Kysely<Tables>, pool: pg.Pool): Promise<void> {
  await db.destroy()
  if (!pool.ending) await pool.end()
}

/** Closing twice is closing once; the second caller waits for the same end. */
function once(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined
  return () => (closed ??= close())
}
