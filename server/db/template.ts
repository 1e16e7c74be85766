import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { type Embedded, startEmbedded } from '#server/db/embedded.ts'
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
const SUFFIX = '.tar.gz'
/** Each edit of a migration makes a new template of 5 MB; the last few serve the branches one works on. */
const KEPT_TEMPLATES = 6
const UNFINISHED_AFTER_MS = 3_600_000

/** The template of an empty database (`migrations` empty) or of one that ran the given migrations. */
export async function storeTemplate(
  migrations?: readonly Migration[],
  folder: string = cacheFolder,
): Promise<Template> {
  const wanted = migrations ?? (await readMigrations())
  const path = join(folder, templateName(wanted))
  const cached = await findCached(path)
  if (cached !== undefined) return cached
  const emptyPath = join(folder, templateName([]))
  const seed = wanted.length === 0 ? undefined : await findCached(emptyPath)
  const embedded = await startEmbedded({ waitLimitMs: WAIT_LIMIT_MS, ...(seed === undefined ? {} : { seed }) })
  try {
    let template = seed
    if (template === undefined) {
      template = await packed(embedded)
      await keep(emptyPath, template)
    }
    if (wanted.length > 0) {
      const pool = embedded.pool(1)
      await migrate(pool, wanted).finally(() => pool.end())
      template = await packed(embedded)
      await keep(path, template)
    }
    return template
  } finally {
    await embedded.close()
  }
}

async function packed(embedded: Embedded): Promise<Template> {
  return new Uint8Array(await promisify(gzip)(await embedded.dump(), { level: 1 }))
}

/** The files of a template. */
export async function unpackTemplate(template: Template): Promise<Uint8Array> {
  return promisify(gunzip)(template)
}

export function templateName(migrations: readonly Migration[]): string {
  const { version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.resolve('@electric-sql/pglite')), 'utf8'),
  ) as { version: string }
  const hash = createHash('sha256').update(`${FORMAT} ${version}`)
  for (const { name, sha256 } of migrations) hash.update(`\n${name} ${sha256}`)
  return `pglite-${version}-${hash.digest('hex').slice(0, 16)}${SUFFIX}`
}

async function findCached(path: string): Promise<Template | undefined> {
  try {
    const template = new Uint8Array(await readFile(path))
    const now = new Date()
    await utimes(path, now, now).catch(() => {})
    return template
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Best effort: an installation on a read-only disk builds its template each time it needs one. */
async function keep(path: string, template: Template): Promise<void> {
  const temporary = `${path}.${randomUUID()}`
  const folder = dirname(path)
  try {
    await mkdir(folder, { recursive: true })
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(template)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await clearOut(folder)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    await rm(temporary, { force: true }).catch(() => {})
  }
}

/** Removes what killed processes left half written, and the templates that have not been used for longest. */
async function clearOut(folder: string): Promise<void> {
  const files: { path: string; finished: boolean; usedAt: number }[] = []
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined) files.push({ path, finished: name.endsWith(SUFFIX), usedAt: found.mtimeMs })
  }
  const finished = files.filter((file) => file.finished).toSorted((a, b) => b.usedAt - a.usedAt)
  const unfinished = files.filter((file) => !file.finished && file.usedAt < Date.now() - UNFINISHED_AFTER_MS)
  for (const { path } of [...finished.slice(KEPT_TEMPLATES), ...unfinished]) await rm(path, { force: true })
}
