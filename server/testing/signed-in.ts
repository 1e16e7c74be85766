import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Instant } from '#core/kernel/plain-date.ts'
import { buildApp } from '#server/app.ts'
import { newId } from '#server/clock.ts'
import type { Store } from '#server/db/store.ts'
import type { Tools } from '#server/tools.ts'
import { type FileStore, openFolderStore } from '#server/files/file-store.ts'
import { SESSION_COOKIE } from '#server/http/authenticate.ts'
import { NOW, sessionKey } from '#server/testing/administration.ts'

export interface TestApp {
  app: FastifyInstance
  files: FileStore
  /** Moves the clock; it stands still otherwise. */
  setClock: (now: Instant) => void
  close: () => Promise<void>
}

/** The server over a test's store, with a clock that stands still and a folder of its own for files. */
export async function testApp(
  store: Store,
  {
    now = NOW,
    demo = false,
    tools = {},
    requestsPerMinute = 10_000_000,
  }: { now?: Instant; demo?: boolean; tools?: Tools; requestsPerMinute?: number } = {},
): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-files-'))
  let clock = now
  const files = await openFolderStore(folder)
  const system = { store, files, clock: () => clock, newId, demo, tools }
  const app = await buildApp(system, { logger: false, requestsPerMinute })
  const close = async () => {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { app, files, setClock: (next) => void (clock = next), close }
}

export interface Answer {
  status: number
  headers: Record<string, unknown>
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
  text: string
  raw: Buffer
}

export type Call = (
  method: string,
  path: string,
  options?: { body?: unknown; headers?: Record<string, string> },
) => Promise<Answer>

/** Calls under `/api/v1` with a person's cookie; as nobody without a login. The session is there already (`people`). */
export function signedIn(app: FastifyInstance, login?: string): Call {
  return caller(app, login === undefined ? {} : { cookie: `${SESSION_COOKIE}=${sessionKey(login)}` })
}

/** Calls under `/api/v1` with these headers. */
export function caller(app: FastifyInstance, always: Record<string, string>): Call {
  return async (method, path, { body, headers = {} } = {}) => {
    const options: InjectOptions = {
      method: method as 'GET',
      url: `/api/v1${path}`,
      headers: { ...always, ...headers },
    }
    if (body !== undefined) options.payload = body as InjectOptions['payload'] & object
    const response = await app.inject(options)
    const isJson = String(response.headers['content-type'] ?? '').includes('json')
    return {
      status: response.statusCode,
      headers: response.headers,
      body: isJson ? response.json() : undefined,
      text: response.body,
      raw: response.rawPayload,
    }
  }
}
