/** The parts of PostgreSQL's wire protocol (version 3) that the embedded store's bridge has to understand. */

const QUERY = 0x51
const PARSE = 0x50
const SYNC = 0x53
const FLUSH = 0x48
const TERMINATE = 0x58
const READY = 0x5a
const NOTIFICATION = 0x41
const COPY_FROM_CLIENT = /(?:^|[;\0])\s*copy\s[^;]*\sfrom\s+stdin\b/i

/** What has come in from one client, cut into pieces that the backend can answer without waiting for more. */
export interface Framed {
  /** Whole batches: everything up to the last Query, Sync or Flush. Empty when none is complete. */
  batches: Buffer
  /** The beginning of a batch that is still to be completed. */
  rest: Buffer
  /** The client has said goodbye. */
  ended: boolean
}

/** The start-up message has no type byte; it is complete when its own length has arrived. */
export function frameStartup(bytes: Buffer): { startup?: Buffer; rest: Buffer } {
  if (bytes.length < 4 || bytes.length < bytes.readInt32BE(0)) return { rest: bytes }
  const length = bytes.readInt32BE(0)
  return { startup: bytes.subarray(0, length), rest: bytes.subarray(length) }
}

/**
 * The backend reads until it can answer, and in a single process nobody could bring it the rest: half a batch would end in
 * "unexpected end of file". So only whole batches are forwarded.
 */
export function frameBatches(bytes: Buffer): Framed {
  let at = 0
  let end = 0
  while (at + 5 <= bytes.length) {
    const type = bytes[at]
    const next = at + 1 + bytes.readInt32BE(at + 1)
    if (next > bytes.length) break
    at = next
    if (type === TERMINATE) return { batches: bytes.subarray(0, end), rest: Buffer.alloc(0), ended: true }
    if (type === QUERY || type === SYNC || type === FLUSH) end = at
  }
  return { batches: bytes.subarray(0, end), rest: bytes.subarray(end), ended: false }
}

/** Whether a batch ends in a message that the backend must answer with ReadyForQuery. */
export function expectsReady(batch: Uint8Array): boolean {
  let last = 0
  const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength)
  for (let at = 0; at + 5 <= batch.length; at += 1 + view.getInt32(at + 1)) last = batch[at] ?? 0
  return last !== FLUSH
}

/** Whether a batch would make the backend wait for data that cannot come: it would take itself for abandoned and exit. */
export function copiesFromClient(batch: Uint8Array): boolean {
  const bytes = Buffer.from(batch.buffer, batch.byteOffset, batch.byteLength)
  for (let at = 0; at + 5 <= bytes.length; ) {
    const next = at + 1 + bytes.readInt32BE(at + 1)
    const mayCopy = bytes[at] === QUERY || bytes[at] === PARSE
    if (mayCopy && COPY_FROM_CLIENT.test(bytes.subarray(at + 5, next).toString('utf8'))) return true
    at = next
  }
  return false
}

/** `I` idle, `T` in a transaction, `E` in a failed transaction; undefined when the answer does not end in ReadyForQuery. */
export function transactionStatus(answer: Uint8Array): 'I' | 'T' | 'E' | undefined {
  const at = answer.length - 6
  if (at < 0 || answer[at] !== READY || answer[at + 4] !== 5) return undefined
  const status = String.fromCharCode(answer[at + 5] ?? 0)
  return status === 'I' || status === 'T' || status === 'E' ? status : undefined
}

/** The NOTIFY messages inside an answer, one copy each. */
export function notificationsIn(answer: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = []
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength)
  for (let at = 0; at + 5 <= answer.length; ) {
    const next = at + 1 + view.getInt32(at + 1)
    if (answer[at] === NOTIFICATION) found.push(answer.slice(at, next))
    at = next
  }
  return found
}

/** A simple query as the client would send it. */
export function queryMessage(sql: string): Uint8Array {
  const text = Buffer.from(`${sql}\0`, 'utf8')
  const message = Buffer.alloc(5 + text.length)
  message[0] = QUERY
  message.writeInt32BE(4 + text.length, 1)
  text.copy(message, 5)
  return message
}

/** An ErrorResponse followed by ReadyForQuery (idle), made by the bridge itself. */
export function errorAnswer(sqlState: string, text: string): Uint8Array {
  const fields = Buffer.from(`SERROR\0VERROR\0C${sqlState}\0M${text}\0\0`, 'utf8')
  const message = Buffer.alloc(5 + fields.length + 6)
  message[0] = 0x45
  message.writeInt32BE(4 + fields.length, 1)
  fields.copy(message, 5)
  message[5 + fields.length] = READY
  message.writeInt32BE(5, 6 + fields.length)
  message[message.length - 1] = 0x49
  return message
}
