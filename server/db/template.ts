import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { startEmbedded } from '#server/db/embedded.ts'
import { type Migration, migrate, readMigrations } from '#server/db/migrate.ts'

/**
 * A data directory as a gzipped tar, so that a store starts without initdb (seconds). Built when first needed and kept in
 * `.cache/`, under a name that changes with PGlite and with each migration; two processes that build it at once both write the
 * same content and rename it into place.
 */
export type Template = Uint8Array<ArrayBuffer>

const cacheFolder = fileURLToPath(new URL('../../.cache/store-templates/', import.meta.url))
/** Raised by hand when what goes into a template changes in this code. */
const FORMAT = 1
const WAIT_LIMIT_MS = 60_000

/** The template of an empty database (`migrations` empty) or of one that ran the given migrations. */
export async function storeTemplate(migrations?: readonly Migration[]): Promise<Template> {
  const wanted = migrations ?? (await readMigrations())
  const path = join(cacheFolder, `${templateKey(wanted)}.tar.gz`)
  const cached = await findCached(path)
  if (cached !== undefined) return cached
  const seed = wanted.length === 0 ? undefined : await storeTemplate([])
  const embedded = await startEmbedded({ waitLimitMs: WAIT_LIMIT_MS, ...(seed === undefined ? {} : { seed }) })
  try {
    if (wanted.length > 0) {
      const pool = embedded.pool(1)
      await migrate(pool, wanted)
      await pool.end()
    }
    const template = new Uint8Array(await promisify(gzip)(await embedded.dump(), { level: 1 }))
    await keep(path, template)
    return template
  } finally {
    await embedded.close()
  }
}

/** The files of a template. */
export async function unpackTemplate(template: Template): Promise<Uint8Array> {
  return promisify(gunzip)(template)
}

function templateKey(migrations: readonly Migration[]): string {
  const { version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.resolve('@electric-sql/pglite')), 'utf8'),
  ) as { version: string }
  const hash = createHash('sha256').update(`${FORMAT} ${version}`)
  for (const { name, sha256 } of migrations) hash.update(`\n${name} ${sha256}`)
  return `pglite-${version}-${hash.digest('hex').slice(0, 16)}`
}

async function findCached(path: string): Promise<Template | undefined> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Best effort: an installation on a read-only disk builds its template each time it needs one. */
async function keep(path: string, template: Template): Promise<void> {
  const temporary = `${path}.${randomUUID()}`
  try {
    await mkdir(cacheFolder, { recursive: true })
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(template)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    await rm(temporary, { force: true }).catch(() => {})
  }
}
