// The thread in which PGlite runs: a statement that takes a second holds up this thread and not the server's event loop.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { PGlite } from '@electric-sql/pglite'
import { Backend } from '#server/db/backend.ts'
import { DurableNodeFs, durableStartParams } from '#server/db/durable-fs.ts'
import { sessionSettings } from '#server/db/values.ts'

export interface EmbeddedWorkerData {
  /** The folder of an initialised database; without it the database lives in memory. */
  folder?: string
  /** A gzipped tar of a data directory from which a database in memory starts. */
  seed?: Uint8Array<ArrayBuffer>
  waitLimitMs: number
}
export type ToWorker = { client: MessagePort } | { dump: true } | { close: true }
export type FromWorker = { ready: true } | { dump: Uint8Array } | { closed: true }

/** Small segments keep a new data directory at 30 MB instead of 40 and its template small; 16 MB is PostgreSQL's default. */
const INITDB_PARAMS = ['--wal-segsize=4']

async function start({ folder, seed, waitLimitMs }: EmbeddedWorkerData, port: MessagePort): Promise<void> {
  const pglite = await PGlite.create({
    extensions: { btree_gist, pg_trgm, pgcrypto, unaccent },
    relaxedDurability: false,
    initDbStartParams: INITDB_PARAMS,
    startParams: [
      ...(folder === undefined ? PGlite.defaultStartParams : durableStartParams),
      // The one backend is already running when a client sends its start-up options, so they are given here.
      ...sessionSettings.flatMap((setting) => ['-c', setting]),
    ],
    ...(folder === undefined ? {} : { fs: new DurableNodeFs(folder) }),
    ...(seed === undefined ? {} : { loadDataDir: new Blob([seed], { type: 'application/gzip' }) }),
  })
  const backend = new Backend(pglite, waitLimitMs)
  const fail = (error: unknown) => {
    // An uncaught error ends the thread; the main thread sees it and fails every client.
    setImmediate(() => {
      throw error
    })
  }
  const handle = async (message: ToWorker) => {
    if ('client' in message) return backend.accept(message.client, fail)
    if ('dump' in message) {
      await pglite.exec('checkpoint')
      const dump = await (await pglite.dumpDataDir('none')).bytes()
      return port.postMessage({ dump } satisfies FromWorker, [dump.buffer])
    }
    await pglite.close()
    port.postMessage({ closed: true } satisfies FromWorker)
    port.close()
  }
  port.on('message', (message: ToWorker) => void handle(message).catch(fail))
  port.postMessage({ ready: true } satisfies FromWorker)
}

if (parentPort === null) throw new Error('embedded-worker.ts runs as a worker thread only')
await start(workerData as EmbeddedWorkerData, parentPort)
