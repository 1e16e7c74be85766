import { z } from 'zod'

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number from 0 to 65535 is needed')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a whole number from 0 to 65535 is needed')
    .default(8080),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.string().refine(isPostgresUrl, 'an address like postgres://user@host/database is needed').optional(),
  DEMO: z.enum(['on', 'off'], 'on or off is needed').optional(),
  /** Behind a reverse proxy: trust what it says of the client's address and protocol. */
  TRUST_PROXY: z.enum(['on', 'off'], 'on or off is needed').default('off'),
})

export interface Config {
  host: string
  port: number
  dataDir: string
  databaseUrl: string | undefined
  demo: boolean
  trustProxy: boolean
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

function isPostgresUrl(text: string): boolean {
  // pg takes an empty host (the local socket), which WHATWG's URL refuses together with a user name.
  return /^postgres(ql)?:$/.test(URL.parse(text.replace('@/', '@localhost/'))?.protocol ?? '')
}

/** The environment, read once. Throws with a message for the operator. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const { HOST, PORT, DATA_DIR, DATABASE_URL, DEMO, TRUST_PROXY } = parsed.data
  const demo = DEMO === undefined ? DATABASE_URL === undefined : DEMO === 'on'
  // Everybody knows the demo's password.
  if (demo && !LOOPBACK.has(HOST))
    throw new Error(`DEMO=on listens only on loopback; HOST is ${HOST}. Set DEMO=off, or HOST=127.0.0.1.`)
  return {
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    demo,
    trustProxy: TRUST_PROXY === 'on',
  }
}
