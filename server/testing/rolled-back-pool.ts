import type pg from 'pg'

/** The members of a pooled client that Kysely and this project's own code use. */
type Client = Pick<pg.PoolClient, 'query' | 'release'>

const BEGIN = /^\s*(?:begin|start transaction)\b(.*)$/is
const WAIT_LIMIT_MS = 10_000

/**
 * A pool over one client inside one open transaction that the test rolls back: what the program under test thinks are its
 * transactions are savepoints. Faithful where it matters: a failed statement leaves no trace, deferred constraints are checked
 * at each "commit", and `set local` ends with it. Not faithful: `now()` stands still, isolation levels do nothing, and there
 * is no second connection; use a fresh store for those.
 */
export class RolledBackPool {
  readonly #client: pg.ClientBase
  readonly #queue: (() => void)[] = []
  #taken = false
  #depth = 0

  constructor(client: pg.ClientBase) {
    this.#client = client
  }

  async connect(): Promise<Client> {
    await this.#take()
    let inTransaction = false
    const query = async (...args: unknown[]): Promise<unknown> => {
      const text = typeof args[0] === 'string' ? args[0] : (args[0] as pg.QueryConfig).text
      const begin = BEGIN.exec(text)
      const command = text.trim().toLowerCase()
      if (begin !== null) {
        await this.#begin(begin[1] ?? '')
        inTransaction = true
        return answer('BEGIN')
      }
      if (command === 'commit' || command === 'rollback') {
        // After a commit that failed Kysely still sends a rollback; PostgreSQL only warns.
        if (!inTransaction) return answer('ROLLBACK')
        inTransaction = false
        return command === 'commit' ? this.#commit() : this.#rollback()
      }
      if (inTransaction) return this.#run(args)
      return this.#alone(args)
    }
    const release = () => {
      this.#taken = false
      this.#queue.shift()?.()
    }
    return { query: query as Client['query'], release }
  }

  async query(...args: unknown[]): Promise<unknown> {
    const client = await this.connect()
    try {
      return await (client.query as (...args: unknown[]) => Promise<unknown>)(...args)
    } finally {
      client.release()
    }
  }

  /** Does something and then takes it back, with all that was committed meanwhile. */
  async undoing<T>(work: () => Promise<T>): Promise<T> {
    const name = `test_undone_${this.#depth++}`
    await this.#client.query(`savepoint ${name}`)
    try {
      return await work()
    } finally {
      await this.#client.query(`rollback to savepoint ${name}; release savepoint ${name}`)
      this.#depth--
    }
  }

  on(): this {
    return this
  }

  async end(): Promise<void> {}

  async #take(): Promise<void> {
    if (!this.#taken) {
      this.#taken = true
      return
    }
    await new Promise<void>((resolve, reject) => {
      const next = () => {
        clearTimeout(timer)
        this.#taken = true
        resolve()
      }
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(next), 1)
        reject(new Error('waited for another transaction of the same test: was `db` used where `tx` was meant?'))
      }, WAIT_LIMIT_MS)
      this.#queue.push(next)
    })
  }

  #run(args: unknown[]): Promise<unknown> {
    return (this.#client.query as (...args: unknown[]) => Promise<unknown>).apply(this.#client, args)
  }

  async #begin(modes: string): Promise<void> {
    await this.#client.query('savepoint test_transaction')
    if (/\bread only\b/i.test(modes)) await this.#client.query('set transaction read only')
  }

  async #commit(): Promise<pg.QueryResult> {
    try {
      // Checked and then undone, so that constraints that were deferred stay so for the next "transaction".
      await this.#client.query(
        'savepoint test_check; set constraints all immediate; rollback to savepoint test_check; release savepoint test_transaction; reset role; reset all',
      )
    } catch (error) {
      await this.#rollback()
      // PostgreSQL answers the commit of a failed transaction with ROLLBACK, not with an error.
      if ((error as pg.DatabaseError).code === '25P02') return answer('ROLLBACK')
      throw error
    }
    return answer('COMMIT')
  }

  async #rollback(): Promise<pg.QueryResult> {
    await this.#client.query('rollback to savepoint test_transaction; release savepoint test_transaction')
    return answer('ROLLBACK')
  }

  async #alone(args: unknown[]): Promise<unknown> {
    await this.#begin('')
    try {
      const result = await this.#run(args)
      await this.#commit()
      return result
    } catch (error) {
      await this.#rollback().catch(() => {})
      throw error
    }
  }
}

function answer(command: string): pg.QueryResult {
  return { command, rowCount: null, rows: [], fields: [], oid: 0 }
}
