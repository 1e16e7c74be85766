import type { MessagePort } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import type { FromBackend, ToBackend } from '#server/db/port-stream.ts'
import {
  copiesFromClient,
  errorAnswer,
  expectsReady,
  notificationsIn,
  queryMessage,
  transactionStatus,
} from '#server/db/wire.ts'

interface Waiting {
  port: MessagePort
  message: ToBackend
  refusal?: NodeJS.Timeout
}

/** Session state that a client may have left: what `set local` did is gone anyway, this undoes a plain `set`. 20 µs. */
const FORGET_SESSION = queryMessage('reset session authorization; reset role; reset all')
const ROLLBACK = queryMessage('rollback')
const NO_COPY = queryMessage(
  `do $$ begin raise exception using errcode = '0A000', message = 'the embedded store cannot copy from the client'; end $$`,
)

/**
 * PGlite has one backend; this makes it look like a server with many connections. Statements run one after the other, and as
 * long as one client has a transaction open the others wait (the isolation is therefore serial). A client that goes away in a
 * transaction is rolled back. Session settings are forgotten when the backend passes from one client to another. What the
 * clients still share, because there is one session: named prepared statements (42P05), temporary tables, and advisory locks of
 * the session, which exclude nobody here; those of a transaction do.
 */
export class Backend {
  readonly #pglite: PGlite
  readonly #waitLimitMs: number
  readonly #ports = new Set<MessagePort>()
  readonly #waiting: Waiting[] = []
  /** The client with an open transaction, or in the middle of a batch. */
  #owner: MessagePort | undefined
  #last: MessagePort | undefined
  #greeting: Uint8Array | undefined
  #running = false

  constructor(pglite: PGlite, waitLimitMs: number) {
    this.#pglite = pglite
    this.#waitLimitMs = waitLimitMs
  }

  /** Calls `fail` when the backend is broken: after that no answer can be trusted. */
  accept(port: MessagePort, fail: (error: Error) => void): void {
    this.#ports.add(port)
    port.on('message', (message: ToBackend) => {
      this.#enqueue({ port, message })
      this.#run().catch(fail)
    })
  }

  #enqueue(waiting: Waiting): void {
    this.#waiting.push(waiting)
    if ('end' in waiting.message) return
    waiting.refusal = setTimeout(() => {
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1)
      const text = `waited ${this.#waitLimitMs} ms for another transaction to end; was the store used inside a transaction that should have used its own handle?`
      this.#answer(waiting.port, errorAnswer('55P03', text))
    }, this.#waitLimitMs)
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    try {
      for (;;) {
        const at = this.#waiting.findIndex(({ port }) => this.#owner === undefined || port === this.#owner)
        const [next] = at < 0 ? [] : this.#waiting.splice(at, 1)
        if (next === undefined) return
        clearTimeout(next.refusal)
        if ('end' in next.message) await this.#goodbye(next.port)
        else await this.#serve(next.port, next.message.batch)
      }
    } finally {
      this.#running = false
    }
  }

  async #goodbye(port: MessagePort): Promise<void> {
    this.#ports.delete(port)
    port.close()
    if (this.#owner !== port) return
    await this.#execute(ROLLBACK)
    this.#owner = undefined
  }

  async #serve(port: MessagePort, batch: Uint8Array): Promise<void> {
    const startup = batch[0] === 0
    if (startup && this.#greeting !== undefined) return this.#answer(port, this.#greeting.slice())
    if (this.#last !== port && !startup) await this.#execute(FORGET_SESSION)
    this.#last = port
    const answer = await this.#execute(copiesFromClient(batch) ? NO_COPY : batch)
    if (startup) this.#greeting = answer.slice()
    const status = transactionStatus(answer)
    if (status === undefined && (startup || expectsReady(batch)))
      throw new Error('the embedded database stopped answering')
    this.#owner = status === 'I' ? undefined : port
    for (const notification of notificationsIn(answer)) {
      for (const other of this.#ports) if (other !== port) this.#answer(other, notification.slice())
    }
    this.#answer(port, answer)
  }

  #answer(port: MessagePort, answer: Uint8Array): void {
    port.postMessage({ answer } satisfies FromBackend, [answer.buffer as ArrayBuffer])
  }

  /** The streaming call, because `execProtocolRaw` also parses each answer and keeps all of them for ever. */
  async #execute(batch: Uint8Array): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    let length = 0
    await this.#pglite.execProtocolRawStream(batch, {
      onRawData(bytes) {
        chunks.push(bytes.slice())
        length += bytes.length
      },
    })
    const [only] = chunks
    if (only !== undefined && chunks.length === 1) return only
    const answer = new Uint8Array(length)
    let at = 0
    for (const chunk of chunks) {
      answer.set(chunk, at)
      at += chunk.length
    }
    return answer
  }
}
