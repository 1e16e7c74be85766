import { Duplex } from 'node:stream'
import type { MessagePort } from 'node:worker_threads'
import { frameBatches, frameStartup } from '#server/db/wire.ts'

/** From a client to the worker: whole batches, or the end of the connection. */
export type ToBackend = { batch: Uint8Array } | { end: true }
/** From the worker to a client. */
export type FromBackend = { answer: Uint8Array }

/** The "socket" of one `pg.Client`: the wire protocol carried over a MessagePort to the embedded store's worker. */
export class PortStream extends Duplex {
  readonly #port: MessagePort
  #pending: Buffer = Buffer.alloc(0)
  #started = false
  #ended = false

  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('message', ({ answer }: FromBackend) => {
      this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength))
    })
  }

  /** The members of net.Socket that pg calls. */
  connect(): this {
    queueMicrotask(() => this.emit('connect'))
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    this.#port.ref()
    return this
  }
  unref(): this {
    this.#port.unref()
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#take(chunk)
    done()
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#take(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }

  override _final(done: () => void): void {
    this.#end()
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#end()
    done(error)
  }

  #take(chunk: Buffer): void {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk])
    if (!this.#started) {
      const { startup, rest } = frameStartup(this.#pending)
      this.#pending = rest
      if (startup === undefined) return
      this.#started = true
      this.#send(startup)
    }
    const { batches, rest, ended } = frameBatches(this.#pending)
    this.#pending = rest
    if (batches.length > 0) this.#send(batches)
    if (ended) {
      this.#end()
      this.push(null)
    }
  }

  #send(bytes: Buffer): void {
    const batch = new Uint8Array(bytes)
    this.#port.postMessage({ batch } satisfies ToBackend, [batch.buffer])
  }

  #end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#port.postMessage({ end: true } satisfies ToBackend)
    this.#port.close()
  }
}
