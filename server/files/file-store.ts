import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import {
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

/** The lower-case hexadecimal SHA-256 of a file's bytes: its name in the store. */
export type Sha256 = string

export interface StoredFile {
  sha256: Sha256
  /** Bytes. */
  size: number
}

/** Where the bytes of files lie; names, owners and rights are rows of the database. What is put twice is kept once. */
export interface FileStore {
  /** Resolves when the bytes would survive a power cut. */
  put(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile>
  /** The bytes of a file. Fails with `FileNotStored` when there is none. */
  open(sha256: Sha256): Promise<Readable>
  has(sha256: Sha256): Promise<boolean>
  /** Every file of the store, in no order. */
  list(): AsyncIterable<StoredFile & { storedAt: string }>
  /**
   * Removes a file, unless it was put (again) at or after the given instant; true when there was a file and it is gone. Safe
   * beside a put of the same bytes.
   */
  remove(sha256: Sha256, options?: { unlessStoredSince?: string }): Promise<boolean>
  /** Whether the files belong to this database; from now on, where they belonged to none. Only their owner may say which are orphans. */
  claim(owner: string): Promise<boolean>
}

export class FileNotStored extends Error {
  readonly sha256: Sha256

  constructor(sha256: Sha256) {
    super(`no file ${sha256} in the store`)
    this.name = 'FileNotStored'
    this.sha256 = sha256
  }
}

const SHA256 = /^[0-9a-f]{64}$/
const FOLDER = /^[0-9a-f]{2}$/
/** A file on its way out; see `remove`. */
const LEAVING = /^([0-9a-f]{64})\.leaving$/
/** Longer than any upload takes: another server process may be writing beside this one. */
const ABANDONED_AFTER_MS = 24 * 3_600_000

/** A store in a local folder: `ab/cdef…` under the root, one level of 256 folders; `incoming/` holds what is being written. */
export async function openFolderStore(root: string): Promise<FileStore> {
  const incoming = join(root, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const pathOf = (sha256: Sha256) => {
    if (!SHA256.test(sha256)) throw new FileNotStored(sha256)
    return join(root, sha256.slice(0, 2), sha256.slice(2))
  }

  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const sha256 = LEAVING.exec(name)?.[1]
    const age = Date.now() - ((await findStat(path))?.mtime.getTime() ?? 0)
    // A process that was killed between taking a file away and deleting it may have been about to bring it back.
    if (sha256 !== undefined) await moveInto(path, pathOf(sha256))
    else if (age > ABANDONED_AFTER_MS) await rm(path, { force: true })
  }

  return {
    async put(bytes) {
      const temporary = join(incoming, randomUUID())
      try {
        const stored = await writeHashed(temporary, bytes instanceof Uint8Array ? [bytes] : bytes)
        const folder = join(root, stored.sha256.slice(0, 2))
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await nameOnce(temporary, pathOf(stored.sha256))
        await syncFolder(folder)
        await syncFolder(root)
        return stored
      } finally {
        await rm(temporary, { force: true })
      }
    },

    async open(sha256) {
      const stream = createReadStream(pathOf(sha256))
      try {
        await once(stream, 'open')
      } catch (error) {
        throw isMissing(error) ? new FileNotStored(sha256) : error
      }
      return stream
    },

    async has(sha256) {
      return SHA256.test(sha256) && (await findStat(pathOf(sha256))) !== undefined
    },

    async *list() {
      for (const folder of await readdir(root)) {
        if (!FOLDER.test(folder)) continue
        for (const name of await readdir(join(root, folder))) {
          const sha256 = folder + name
          const found = SHA256.test(sha256) ? await findStat(pathOf(sha256)) : undefined
          if (found !== undefined) yield { sha256, size: found.size, storedAt: found.mtime.toISOString() }
        }
      }
    },

    async remove(sha256, { unlessStoredSince } = {}) {
      const path = pathOf(sha256)
      const leaving = join(incoming, `${sha256}.leaving`)
      // First out of sight, then a look at the time: a put either finds the name free or has touched the file before this look.
      try {
        await rename(path, leaving)
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
      const found = await findStat(leaving)
      const stays = unlessStoredSince !== undefined && found !== undefined && found.mtime >= new Date(unlessStoredSince)
      if (stays) await moveInto(leaving, path)
      else await rm(leaving, { force: true })
      return !stays
    },

    async claim(owner) {
      const path = join(root, 'owner')
      const temporary = join(incoming, randomUUID())
      try {
        await writeFile(temporary, owner, { flush: true })
        await linked(temporary, path)
      } finally {
        await rm(temporary, { force: true })
      }
      return (await readFile(path, 'utf8')) === owner
    },
  }
}

async function writeHashed(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      await writeAll(file, chunk)
      size += chunk.length
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
}

/**
 * A file that is there already keeps its bytes, but counts as stored now: the sweep must not take it away between this put
 * and the row that will name it. The second look finds out whether it was taken away at this very moment.
 */
async function nameOnce(temporary: string, path: string): Promise<void> {
  if (await linked(temporary, path)) return
  const now = new Date()
  await utimes(path, now, now).catch((error: unknown) => {
    if (!isMissing(error)) throw error
  })
  await linked(temporary, path)
}

/** Whether the name was free and now stands for the file. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function moveInto(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await linked(from, to)
  await rm(from, { force: true })
}

async function findStat(path: string): Promise<{ size: number; mtime: Date } | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}

/** Makes the names in a folder durable. Windows cannot open folders and needs no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
