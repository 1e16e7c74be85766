import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { start } from '#server/start.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, '.cache/first-installation')

/**
 * A data directory after its first start with the demo, stopped: journeys begin with a copy of it, since most of a first start on the embedded
 * store is playing the demo. Made anew whenever anything changes that it could follow from.
 */
export async function firstInstallation(): Promise<string> {
  const made = join(cache, await sourceKey())
  if (existsSync(made)) return made
  await mkdir(cache, { recursive: true })
  const dataDir = await mkdtemp(join(cache, 'making-'))
  const started = await start(
    { host: '127.0.0.1', port: 0, demo: true, trustProxy: false, dataDir, databaseUrl: undefined },
    (error) => {
      throw error
    },
  )
  await started.stop()
  for (const old of await readdir(cache)) {
    const path = join(cache, old)
    if (!old.startsWith('making-')) await rm(path, { recursive: true, force: true })
  }
  await rename(dataDir, made)
  return made
}

async function sourceKey(): Promise<string> {
  const files: string[] = []
  for await (const file of glob(['{core,demo,server}/**/*', 'package-lock.json'], { cwd: root, withFileTypes: false }))
    if (/\.\w+$/.test(file)) files.push(file)
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update(file).update(await readFile(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
