import { MessageChannel, Worker } from 'node:worker_threads'
import pg from 'pg'
import type { EmbeddedWorkerData, FromWorker, ToWorker } from '#server/db/embedded-worker.ts'
import { PortStream } from '#server/db/port-stream.ts'
import { sessionOptions } from '#server/db/values.ts'

export interface Embedded {
  /** A new set of connections to the one database. */
  pool(size: number): pg.Pool
  /** The data directory as an uncompressed tar, taken after a checkpoint; no client may be at work. */
  dump(): Promise<Uint8Array>
  close(): Promise<void>
  /** Ends the thread at once, as a crash would; for tests. */
  kill(): Promise<unknown>
}

/** Starts PGlite in a worker thread. When the thread dies, every client fails and `onLost` is called once with the reason. */
export async function startEmbedded(
  data: EmbeddedWorkerData,
  onLost: (error: Error) => void = () => {},
): Promise<Embedded> {
  // Without the process's own options (those of `node --eval` or of a test runner make no sense in this thread), and with a
  // stack on which PostgreSQL meets its own limit (54001) before JavaScript's, which would end the database.
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: data,
    execArgv: [],
    resourceLimits: { stackSizeMb: 64 },
  })
  const streams = new Set<PortStream>()
  let lost: Error | undefined
  let closing = false

  const lose = (reason: unknown) => {
    if (lost !== undefined || closing) return
    lost = new Error(`the embedded database stopped: ${messageOf(reason)}`, {
      cause: reason,
    })
    for (const stream of streams) stream.destroy(lost)
    onLost(lost)
  }
  const tell = (message: ToWorker) => worker.postMessage(message)
  const hear = <K extends string>(kind: K) =>
    new Promise<Extract<FromWorker, Record<K, unknown>>>((resolve, reject) => {
      const done = (settle: () => void) => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        settle()
      }
      const onMessage = (message: FromWorker) => {
        if (kind in message) done(() => resolve(message as Extract<FromWorker, Record<K, unknown>>))
      }
      const onError = (error: unknown) => done(() => reject(error))
      const onExit = (code: number) => done(() => reject(new Error(`the embedded database's thread ended (${code})`)))
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    })

  await hear('ready')
  worker.on('error', lose)
  worker.on('exit', (code) => lose(new Error(`its thread ended (${code})`)))

  const connect = () => {
    const { port1, port2 } = new MessageChannel()
    const stream = new PortStream(port1)
    if (lost !== undefined) {
      stream.destroy(lost)
      return stream
    }
    streams.add(stream)
    stream.once('close', () => streams.delete(stream))
    worker.postMessage({ client: port2 } satisfies ToWorker, [port2])
    return stream
  }

  return {
    pool: (size) =>
      new pg.Pool({
        ...sessionOptions,
        user: 'postgres',
        database: 'postgres',
        password: '',
        max: size,
        idleTimeoutMillis: 0,
        stream: connect,
      }),
    async dump() {
      const dumped = hear('dump')
      tell({ dump: true })
      return (await dumped).dump
    },
    async close() {
      if (closing) return
      closing = true
      if (lost !== undefined) return
      const closed = hear('closed')
      tell({ close: true })
      await closed
      await worker.terminate()
    },
    kill: () => worker.terminate(),
  }
}

/** Emscripten ends a program by throwing an object that is no Error. */
function messageOf(reason: unknown): string {
  const message = (reason as { message?: unknown } | null)?.message
  return typeof message === 'string' ? message : String(reason)
}
