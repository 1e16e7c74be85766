import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip as gzipCompress } from 'node:zlib'

const brotli = promisify(brotliCompress)
const gzip = promisify(gzipCompress)

const root = fileURLToPath(new URL('..', import.meta.url))
const built = join(root, 'dist/web')
const stamp = join(root, 'dist/web.sha256')

/**
 * The folder of the built pages. Builds them when their sources have changed since the last build; a production machine without Vite
 * serves what was built before.
 */
export async function ensureWeb(): Promise<string> {
  const wanted = await hashOfSources()
  const present = existsSync(join(built, 'index.html')) ? await readFile(stamp, 'utf8').catch(() => '') : ''
  if (present === wanted) return built
  const vite = await import('vite').catch(() => undefined)
  if (!vite) {
    if (existsSync(join(built, 'index.html'))) return built
    throw new Error('the pages are not built and Vite is not installed: run npm ci with development dependencies once')
  }
  await vite.build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'error' })
  await compressFiles()
  await mkdir(join(root, 'dist'), { recursive: true })
  await writeFile(stamp, wanted)
  return built
}

async function hashOfSources(): Promise<string> {
  const files: string[] = ['package-lock.json']
  for await (const file of glob('{web,core}/**/*.{ts,tsx,css,json,html,svg,md,webp}', { cwd: root }))
    if (!file.endsWith('.test.ts')) files.push(file)
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update(file).update(await readFile(join(root, file)))
  return hash.digest('hex')
}

/** Compressed once here instead of at every request. Fonts are compressed already. */
async function compressFiles(): Promise<void> {
  for await (const file of glob('**/*.{js,css,html,svg,json}', { cwd: built })) {
    const bytes = await readFile(join(built, file))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    await writeFile(join(built, `${file}.br`), await brotli(bytes, { params }))
    await writeFile(join(built, `${file}.gz`), await gzip(bytes, { level: 9 }))
  }
}
